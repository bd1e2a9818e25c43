using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Drops the fields of features that are off by default in 1.36, unless the old object has them.</summary>
internal static class PodDisabledFields
{
    public static PodSpec Drop(PodSpec spec, PodSpec? old)
    {
        spec = DropScheduling(spec, old);
        spec = DropSignals(spec, old);
        return DropProjections(spec, old);
    }

    private static PodSpec DropScheduling(PodSpec spec, PodSpec? old) =>
        spec.SchedulingGroup is not null && old?.SchedulingGroup is null ? spec with { SchedulingGroup = null } : spec;

    private static PodSpec DropSignals(PodSpec spec, PodSpec? old)
    {
        static bool Uses(Container container) => container.Lifecycle?.StopSignal is not null;
        static bool AnyUses(PodSpec spec) => spec.Containers.Any(Uses) || spec.InitContainers.Any(Uses) || spec.EphemeralContainers.Any(container => Uses(container.AsContainer()));
        if (!AnyUses(spec) || (old is not null && AnyUses(old)))
        {
            return spec;
        }

        static Container Without(Container container)
        {
            if (!Uses(container))
            {
                return container;
            }

            var lifecycle = container.Lifecycle! with { StopSignal = null };
            return container with { Lifecycle = lifecycle == Lifecycle.Empty ? null : lifecycle };
        }

        return spec with
        {
            Containers = spec.Containers.Update(Without),
            InitContainers = spec.InitContainers.Update(Without),
            EphemeralContainers = spec.EphemeralContainers.Update(container => container.With(Without(container.AsContainer()))),
        };
    }

    private static PodSpec DropProjections(PodSpec spec, PodSpec? old)
    {
        static bool Any(PodSpec? spec, Func<VolumeProjection, bool> uses) => spec?.Volumes.Any(volume => volume.VolumeSource.Projected?.Sources.Any(uses) == true) == true;
        var bundles = Any(spec, source => source.ClusterTrustBundle is not null) && !Any(old, source => source.ClusterTrustBundle is not null);
        var certificates = Any(spec, source => source.PodCertificate is not null) && !Any(old, source => source.PodCertificate is not null);
        if (!bundles && !certificates)
        {
            return spec;
        }

        VolumeProjection Without(VolumeProjection source) => source with
        {
            ClusterTrustBundle = bundles ? null : source.ClusterTrustBundle,
            PodCertificate = certificates ? null : source.PodCertificate,
        };
        return spec with
        {
            Volumes = spec.Volumes.Update(volume => volume.VolumeSource.Projected is { } projected
                ? volume with { VolumeSource = volume.VolumeSource with { Projected = projected with { Sources = projected.Sources.Update(Without) } } }
                : volume),
        };
    }
}
