using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Admission.Plugins;

public sealed partial class NodeRestriction
{
    private static readonly HashSet<string> _kubeletLabels = new(StringComparer.Ordinal)
    {
        "kubernetes.io/hostname", "kubernetes.io/os", "kubernetes.io/arch", "beta.kubernetes.io/os", "beta.kubernetes.io/arch",
        "topology.kubernetes.io/zone", "topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/region",
        "node.kubernetes.io/instance-type", "beta.kubernetes.io/instance-type", "node.kubernetes.io/windows-build",
    };

    private static string? NodeItself(AdmissionAttributes attributes, string node)
    {
        if (attributes is { Operation: AdmissionOperation.Create, Object: Node created })
        {
            var set = Forbidden(created.Metadata.Labels.Keys);
            if (set.Length > 0)
            {
                return $"node \"{node}\" is not allowed to set the following labels: {set}";
            }
        }
        var name = attributes.Name.Length > 0 ? attributes.Name : attributes.Metadata?.Name ?? "";
        if (name != node)
        {
            return $"node \"{node}\" is not allowed to modify node \"{name}\"";
        }
        if (attributes is not { Operation: AdmissionOperation.Update, Object: Node changed, OldObject: Node old })
        {
            return null;
        }
        if (changed.Spec.Taints != old.Spec.Taints)
        {
            return $"node \"{node}\" is not allowed to modify taints";
        }
        var modified = Forbidden(Modified(changed.Metadata.Labels, old.Metadata.Labels));
        if (modified.Length > 0)
        {
            return $"is not allowed to modify labels: {modified}";
        }
        return changed.Metadata.OwnerReferences != old.Metadata.OwnerReferences
            ? $"node \"{node}\" is not allowed to modify ownerReferences"
            : null;
    }

    private static IEnumerable<string> Modified(ValueMap<string> a, ValueMap<string> b) =>
        a.Where(e => !b.TryGetValue(e.Key, out var other) || other != e.Value).Select(e => e.Key)
            .Concat(b.Keys.Where(key => !a.ContainsKey(key)));

    private static string Forbidden(IEnumerable<string> labels) =>
        string.Join(", ", labels.Where(IsForbidden).Order(StringComparer.Ordinal));

    private static bool IsForbidden(string label)
    {
        var slash = label.IndexOf('/');
        var domain = slash < 0 ? "" : label[..slash];
        if (IsWithin(domain, "node-restriction.kubernetes.io"))
        {
            return true;
        }
        return (IsWithin(domain, "kubernetes.io") || IsWithin(domain, "k8s.io")) &&
            !_kubeletLabels.Contains(label) && !IsWithin(domain, "kubelet.kubernetes.io") && !IsWithin(domain, "node.kubernetes.io");
    }

    private static bool IsWithin(string domain, string parent) => domain == parent || domain.EndsWith("." + parent, StringComparison.Ordinal);
}
