using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Writes to a pod's status.</summary>
internal sealed class PodStatusRules : SubresourceRules<Pod>
{
    public static PodStatusRules Instance { get; } = new();

    protected override Pod OnUpdate(Pod obj, Pod old, RequestFacts facts) => obj with
    {
        Spec = old.Spec,
        Metadata = obj.Metadata with { DeletionTimestamp = old.Metadata.DeletionTimestamp, OwnerReferences = old.Metadata.OwnerReferences },
        Status = obj.Status with { QosClass = obj.Status.QosClass.Or(old.Status.QosClass) },
    };

    protected override void ValidateUpdate(Pod obj, Pod old, ErrorList errors)
    {
        PodRules.Metadata(obj, old, errors);
        var meta = FieldPath.Of("metadata");
        PodAnnotationRules.ValidateUpdate(obj.Metadata.Annotations, old.Metadata.Annotations, meta.Child("annotations"), errors);
        PodAnnotationRules.Validate(obj.Metadata.Annotations, obj.Spec, meta.Child("annotations"), errors);
        for (var i = 0; i < obj.Status.Conditions.Count; i++)
        {
            if (obj.Status.Conditions[i].Type is not ("PodScheduled" or "Ready" or "Initialized"))
            {
                Check.QualifiedName(obj.Status.Conditions[i].Type, meta.Child("conditions").Index(i).Child("Type"), errors);
            }
        }

        var path = FieldPath.Of("status");
        if (obj.Status.NominatedNodeName != old.Status.NominatedNodeName && obj.Status.NominatedNodeName.Length > 0)
        {
            Check.Subdomain(obj.Status.NominatedNodeName, path.Child("nominatedNodeName"), errors);
        }

        Check.Unchanged(obj.Status.QosClass, old.Status.QosClass, path.Child("qosClass"), errors, value => value);
        var policy = old.Spec.RestartPolicy;
        Transitions(obj.Status.ContainerStatuses, old.Status.ContainerStatuses, policy, path.Child("containerStatuses"), errors, name => Restarts(old.Spec.Containers, name));
        Transitions(obj.Status.InitContainerStatuses, old.Status.InitContainerStatuses, policy, path.Child("initContainerStatuses"), errors, name => Restarts(old.Spec.InitContainers, name));
        Transitions(obj.Status.EphemeralContainerStatuses, old.Status.EphemeralContainerStatuses, "Never", path.Child("ephemeralContainerStatuses"), errors, _ => false);
        Addresses([.. obj.Status.PodIPs.Select(ip => ip.Ip)], path.Child("podIPs"), errors);
        if (!obj.Status.HostIPs.IsEmpty && obj.Status.HostIP != obj.Status.HostIPs[0].Ip)
        {
            errors.Invalid(path.Child("hostIPs").Index(0).Child("ip"), obj.Status.HostIPs[0].Ip, "must be equal to `hostIP`");
        }

        Addresses([.. obj.Status.HostIPs.Select(ip => ip.Ip)], path.Child("hostIPs"), errors);
        Claims(obj, path.Child("resourceClaimStatuses"), errors);
    }

    // A container with rules or a policy of its own may start again whatever the pod's policy says (KEP-5307, KEP-753).
    private static bool Restarts(ValueList<Container> containers, string name) =>
        containers.FirstOrDefault(container => container.Name == name) is { } own && (own.RestartPolicy is not null || !own.RestartPolicyRules.IsEmpty);

    private static void Transitions(ValueList<ContainerStatus> now, ValueList<ContainerStatus> old, string policy, FieldPath path, ErrorList errors, Func<string, bool> mayRestart)
    {
        if (policy == "Always")
        {
            return;
        }

        for (var i = 0; i < old.Count; i++)
        {
            if (old[i].State.Terminated is not { } ended || (ended.ExitCode != 0 && policy == "OnFailure") || mayRestart(old[i].Name))
            {
                continue;
            }

            foreach (var status in now)
            {
                if (status.Name == old[i].Name && status.State.Terminated is null)
                {
                    errors.Forbidden(path.Index(i).Child("state"), "may not be transitioned to non-terminated state");
                }
            }
        }
    }

    private static void Addresses(string[] addresses, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < addresses.Length; i++)
        {
            Check.Ip(addresses[i], path.Index(i), errors);
        }

        if (addresses.Length > 1)
        {
            if (!Check.IsDualStack(addresses) || addresses.Length > 2)
            {
                errors.Invalid(path, FieldValue.Json("[" + string.Join(",", addresses.Select(ip => $"{{\"IP\":{GoText.Quote(ip)}}}")) + "]"), "may specify no more than one IP for each IP family");
            }

            for (var i = 1; i < addresses.Length; i++)
            {
                if (addresses.AsSpan(0, i).Contains(addresses[i]))
                {
                    errors.Duplicate(path.Index(i), FieldValue.Json($"{{\"IP\":{GoText.Quote(addresses[i])}}}"));
                }
            }
        }
    }

    private static void Claims(Pod obj, FieldPath path, ErrorList errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < obj.Status.ResourceClaimStatuses.Count; i++)
        {
            var (status, at) = (obj.Status.ResourceClaimStatuses[i], path.Index(i).Child("name"));
            if (obj.Spec.ResourceClaims.All(claim => claim.Name != status.Name))
            {
                errors.Invalid(at, status.Name, "must match the name of an entry in `spec.resourceClaims`");
            }

            if (!seen.Add(status.Name))
            {
                errors.Duplicate(at, status.Name);
            }

            if (status.ResourceClaimName is { } name)
            {
                Check.Subdomain(name, at, errors);
            }
        }
    }
}
