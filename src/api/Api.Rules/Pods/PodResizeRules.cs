using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Writes to the resources of a running pod (KEP-1287).</summary>
internal sealed class PodResizeRules : SubresourceRules<Pod>
{
    public static PodResizeRules Instance { get; } = new();

    protected override Pod OnUpdate(Pod obj, Pod old, RequestFacts facts)
    {
        // Only resources and resize policies of the containers that there are come of the request.
        var spec = old.Spec with
        {
            Containers = Lay(obj.Spec.Containers, old.Spec.Containers),
            InitContainers = Lay(obj.Spec.InitContainers, old.Spec.InitContainers),
        };
        var generation = spec == old.Spec ? old.Metadata.Generation : old.Metadata.Generation + 1;
        return old with { Spec = spec, Metadata = old.Metadata with { ResourceVersion = obj.Metadata.ResourceVersion, Generation = generation, ManagedFields = obj.Metadata.ManagedFields } };
    }

    protected override void ValidateUpdate(Pod obj, Pod old, ErrorList errors)
    {
        PodRules.Metadata(obj, old, errors);
        PodRules.MetadataAndSpec(obj, errors);
        var refused = (old, obj) switch
        {
            _ when old.Spec.Resources is { } own && (!own.Requests.IsEmpty || !own.Limits.IsEmpty) => "pods with pod-level resources cannot be resized",
            _ when old.Metadata.Annotations.ContainsKey("kubernetes.io/config.mirror") => "static pods cannot be resized",
            _ when old.Spec.Os?.Name == "windows" => "windows pods cannot be resized",
            _ => null,
        };
        if (refused is not null)
        {
            errors.CutFrom(0);
            errors.Forbidden(FieldPath.Of(""), refused);
            return;
        }

        var path = FieldPath.Of("spec");
        if (PodQos.Of(old.Spec) != PodQos.Of(obj.Spec))
        {
            errors.Invalid(path, obj.Status.QosClass, "Pod QOS Class may not change as a result of resizing");
        }

        if (old.Status.ContainerStatuses.FirstOrDefault(status => status.State.Running is not null) is { Resources: null })
        {
            errors.Forbidden(path, "Pod running on node without support for resize");
        }

        Removed(obj.Spec.InitContainers, old.Spec.InitContainers, container => container.RestartPolicy == "Always", path.Child("initContainers"), errors);
        Removed(obj.Spec.Containers, old.Spec.Containers, _ => true, path.Child("containers"), errors);
        OnlyComputeChanged(obj.Spec, old.Spec, path, errors);
    }

    private static void Removed(ValueList<Container> now, ValueList<Container> old, Func<Container, bool> counts, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < old.Count; i++)
        {
            if (!counts(old[i]))
            {
                continue;
            }

            var (after, before, at) = (now[i].Resources, old[i].Resources, path.Index(i).Child("resources"));
            if (before.Requests.Keys.Any(name => !after.Requests.ContainsKey(name)))
            {
                errors.Forbidden(at.Child("requests"), "resource requests cannot be removed");
            }

            if (before.Limits.Keys.Any(name => !after.Limits.ContainsKey(name)))
            {
                errors.Forbidden(at.Child("limits"), "resource limits cannot be removed");
            }
        }
    }

    private static void OnlyComputeChanged(PodSpec now, PodSpec old, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < old.Containers.Count; i++)
        {
            if (WithoutCompute(now.Containers[i]) != WithoutCompute(old.Containers[i]))
            {
                errors.Forbidden(path, "only cpu and memory resources are mutable");
            }
        }

        for (var i = 0; i < old.InitContainers.Count; i++)
        {
            if (old.InitContainers[i].RestartPolicy != "Always")
            {
                if (now.InitContainers[i] != old.InitContainers[i])
                {
                    errors.Forbidden(path, "resources for non-sidecar init containers are immutable");
                }
            }
            else if (WithoutCompute(now.InitContainers[i]) != WithoutCompute(old.InitContainers[i]))
            {
                errors.Forbidden(path, "only cpu and memory resources for sidecar containers are mutable");
            }
        }
    }

    private static Container WithoutCompute(Container container) => container with
    {
        Resources = container.Resources with
        {
            Limits = container.Resources.Limits.Without("cpu").Without("memory"),
            Requests = container.Resources.Requests.Without("cpu").Without("memory"),
        },
    };

    private static ValueList<Container> Lay(ValueList<Container> now, ValueList<Container> old) => old.Update(before =>
        now.FirstOrDefault(container => container.Name == before.Name) is { } own
            ? before with { Resources = own.Resources, ResizePolicy = own.ResizePolicy }
            : before);
}
