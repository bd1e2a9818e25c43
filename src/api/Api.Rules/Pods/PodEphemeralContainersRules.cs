using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Writes to a pod's ephemeral containers: they may be added, never changed or removed.</summary>
internal sealed class PodEphemeralContainersRules : SubresourceRules<Pod>
{
    public static PodEphemeralContainersRules Instance { get; } = new();

    protected override Pod OnUpdate(Pod obj, Pod old, RequestFacts facts)
    {
        var spec = PodDisabledFields.Drop(old.Spec with { EphemeralContainers = obj.Spec.EphemeralContainers.Update(ContainerDefaults.Ephemeral) }, old.Spec);
        var generation = spec == old.Spec ? old.Metadata.Generation : old.Metadata.Generation + 1;
        return old with { Spec = spec, Metadata = old.Metadata with { ResourceVersion = obj.Metadata.ResourceVersion, Generation = generation, ManagedFields = obj.Metadata.ManagedFields } };
    }

    protected override void ValidateUpdate(Pod obj, Pod old, ErrorList errors)
    {
        if (old.Metadata.Annotations.ContainsKey("kubernetes.io/config.mirror"))
        {
            errors.Forbidden(FieldPath.Of(""), "static pods do not support ephemeral containers");
            return;
        }

        PodRules.Metadata(obj, old, errors);
        PodRules.MetadataAndSpec(obj, errors);
        var path = FieldPath.Of("spec", "ephemeralContainers");
        foreach (var before in old.Spec.EphemeralContainers)
        {
            var name = before.EphemeralContainerCommon.Name;
            var now = obj.Spec.EphemeralContainers.LastOrDefault(container => container.EphemeralContainerCommon.Name == name);
            if (now is null)
            {
                errors.Forbidden(path, $"existing ephemeral containers {GoText.Quote(name)} may not be removed\n");
            }
            else if (now != before)
            {
                errors.Forbidden(path, $"existing ephemeral containers {GoText.Quote(name)} may not be changed\n{GoDiff.Of(before, now)}");
            }
        }
    }
}
