using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.DaemonSets;

/// <summary>On which nodes a DaemonSet's pods shall run, and which come and go. Pure.</summary>
public static class DaemonSetDecision
{
    /// <summary>The label with the hash of a pod's template.</summary>
    public const string HashLabel = "controller-revision-hash";

    /// <summary>The label with the template's generation, from before there was a hash.</summary>
    public const string GenerationLabel = "pod-template-generation";

    private const string GenerationAnnotation = "deprecated.daemonset.template.generation";

    /// <summary>What is to be done: pods to create (by node), and pods to delete.</summary>
    public sealed record Plan(List<string> Create, List<Pod> Delete);

    /// <summary>Whether a pod shall be on the node, and whether one that is there may stay.</summary>
    public static (bool ShouldRun, bool MayStay) Judge(DaemonSet set, Node node)
    {
        var spec = set.Spec.Template.Spec;
        if ((spec.NodeName.Length > 0 && spec.NodeName != node.Metadata.Name) || !NodeSelectors.Accepts(spec, node))
        {
            return (false, false);
        }

        var tolerations = spec.Tolerations.Concat(ExtraTolerations(spec)).ToValueList();
        return Taints.Allow(tolerations, node.Spec.Taints)
            ? (true, true)
            : (false, Taints.Allow(tolerations, node.Spec.Taints, "NoExecute"));
    }

    /// <summary>The node a pod is on, or is bound for by its affinity; empty where it names none.</summary>
    public static string NodeOf(Pod pod)
    {
        if (pod.Spec.NodeName.Length > 0)
        {
            return pod.Spec.NodeName;
        }

        foreach (var term in pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms ?? default)
        {
            foreach (var field in term.MatchFields)
            {
                if (field is { Key: "metadata.name", Operator: "In", Values.Count: 1 })
                {
                    return field.Values[0];
                }
            }
        }

        return "";
    }

    /// <summary>Whether a pod is of the present template.</summary>
    public static bool IsUpdated(DaemonSet set, Pod pod, string hash)
    {
        var generation = set.Metadata.Annotations.GetValueOrDefault(GenerationAnnotation);
        return (generation is not null && pod.Metadata.Labels.GetValueOrDefault(GenerationLabel) == generation)
            || (hash.Length > 0 && pod.Metadata.Labels.GetValueOrDefault(HashLabel) == hash);
    }

    /// <summary>The template of a pod for one node.</summary>
    public static PodTemplateSpec TemplateFor(DaemonSet set, string node, string hash)
    {
        var template = set.Spec.Template;
        var labels = template.Metadata.Labels.With(HashLabel, hash);
        if (set.Metadata.Annotations.TryGetValue(GenerationAnnotation, out var generation))
        {
            labels = labels.With(GenerationLabel, generation);
        }

        var tolerations = template.Spec.Tolerations;
        foreach (var extra in ExtraTolerations(template.Spec))
        {
            if (!tolerations.Any(has => has.Key == extra.Key && has.Effect == extra.Effect && has.Operator == extra.Operator && has.Value == extra.Value))
            {
                tolerations = tolerations.Add(extra);
            }
        }

        return template with
        {
            Metadata = template.Metadata with { Labels = labels },
            Spec = template.Spec with { Tolerations = tolerations, Affinity = BoundTo(template.Spec.Affinity, node) },
        };
    }

    /// <summary>How many pods may be unavailable, and how many may be there beyond one a node, during an update.</summary>
    public static (int Surge, int Unavailable) Limits(DaemonSet set, int desired)
    {
        var rolling = set.Spec.UpdateStrategy.RollingUpdate;
        (rolling?.MaxSurge ?? 0).TryScale(desired, roundUp: true, out var surge);
        (rolling?.MaxUnavailable ?? 1).TryScale(desired, roundUp: true, out var unavailable);
        // Both zero would let nothing happen.
        return (surge, surge == 0 && unavailable == 0 ? 1 : unavailable);
    }

    /// <summary>The pods, old to new, that an update keeps on one node; null where there are more than one of a kind.</summary>
    public static (Pod? New, Pod? Old)? NewAndOld(DaemonSet set, IEnumerable<Pod> pods, string hash)
    {
        Pod? @new = null, old = null;
        foreach (var pod in pods.Where(pod => !pod.IsDeleting()))
        {
            if (IsUpdated(set, pod, hash))
            {
                if (@new is not null)
                {
                    return null;
                }

                @new = pod;
            }
            else
            {
                if (old is not null)
                {
                    return null;
                }

                old = pod;
            }
        }

        return (@new, old);
    }

    /// <summary>One step of a rolling update over the nodes that shall have pods.</summary>
    public static Plan Update(DaemonSet set, IReadOnlyDictionary<string, List<Pod>> byNode, IReadOnlyCollection<Node> nodes, string hash, DateTimeOffset now)
    {
        var desired = nodes.Where(node => Judge(set, node).ShouldRun).ToList();
        var (surge, unavailable) = Limits(set, desired.Count);
        bool Available(Pod pod) => pod.IsAvailable(set.Spec.MinReadySeconds, now);
        var plan = new Plan([], []);
        if (surge == 0)
        {
            var (missing, candidates) = (0, new List<Pod>());
            missing += desired.Count(node => !byNode.ContainsKey(node.Metadata.Name));
            foreach (var (_, pods) in byNode.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                switch (NewAndOld(set, pods, hash))
                {
                    case (null, { } old) when !Available(old):
                        plan.Delete.Add(old);
                        break;
                    case (null, { } old):
                        candidates.Add(old);
                        break;
                    case ({ } @new, null) when Available(@new):
                        break;
                    default:
                        missing++;
                        break;
                }
            }

            plan.Delete.AddRange(candidates.Take(Math.Max(0, unavailable - missing - plan.Delete.Count)));
            return plan;
        }

        var (surging, open) = (0, new List<string>());
        foreach (var (node, pods) in byNode.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            switch (NewAndOld(set, pods, hash))
            {
                case ({ } @new, { } old) when Available(@new):
                    plan.Delete.Add(old);
                    break;
                case (not null, not null):
                    surging++;
                    break;
                case (null, { } old) when !Available(old):
                    plan.Create.Add(node);
                    break;
                case (null, not null):
                    open.Add(node);
                    break;
            }
        }

        plan.Create.AddRange(open.Take(Math.Max(0, surge - surging)));
        return plan;
    }

    private static IEnumerable<Toleration> ExtraTolerations(PodSpec spec)
    {
        yield return Exists("node.kubernetes.io/not-ready", "NoExecute");
        yield return Exists("node.kubernetes.io/unreachable", "NoExecute");
        yield return Exists("node.kubernetes.io/disk-pressure", "NoSchedule");
        yield return Exists("node.kubernetes.io/memory-pressure", "NoSchedule");
        yield return Exists("node.kubernetes.io/pid-pressure", "NoSchedule");
        yield return Exists("node.kubernetes.io/unschedulable", "NoSchedule");
        if (spec.HostNetwork)
        {
            yield return Exists("node.kubernetes.io/network-unavailable", "NoSchedule");
        }
    }

    private static Toleration Exists(string key, string effect) => new() { Key = key, Operator = "Exists", Effect = effect };

    private static Affinity BoundTo(Affinity? affinity, string node)
    {
        affinity ??= Affinity.Empty;
        var byName = new NodeSelectorRequirement { Key = "metadata.name", Operator = "In", Values = [node] };
        var nodeAffinity = affinity.NodeAffinity ?? NodeAffinity.Empty;
        // The set's own terms have been met by the node already.
        var terms = new NodeSelector { NodeSelectorTerms = [new NodeSelectorTerm { MatchFields = [byName] }] };
        return affinity with { NodeAffinity = nodeAffinity with { RequiredDuringSchedulingIgnoredDuringExecution = terms } };
    }
}
