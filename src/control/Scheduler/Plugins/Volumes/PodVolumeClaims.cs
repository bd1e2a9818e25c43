using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Rules;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins.Volumes;

/// <summary>A pod's claims by what the scheduler has to do for them.</summary>
/// <param name="Bound">They have their volumes.</param>
/// <param name="Delayed">They get a volume, or have one made, where the pod goes.</param>
/// <param name="Immediate">They wait for a volume that does not depend on the pod.</param>
internal sealed record PodVolumeClaims(IReadOnlyList<PersistentVolumeClaim> Bound, IReadOnlyList<PersistentVolumeClaim> Delayed, IReadOnlyList<PersistentVolumeClaim> Immediate)
{
    /// <summary>The annotation by which the scheduler says where a claim is wanted.</summary>
    public const string SelectedNode = "volume.kubernetes.io/selected-node";

    /// <summary>Sorts the claims of a pod; or says, in upstream's words, why the pod cannot have them. Null where it has none.</summary>
    public static (PodVolumeClaims? Claims, string? Refusal) Of(Pod pod, IClusterObjects objects)
    {
        var (bound, delayed, immediate) = (new List<PersistentVolumeClaim>(), new List<PersistentVolumeClaim>(), new List<PersistentVolumeClaim>());
        foreach (var volume in pod.Spec.Volumes)
        {
            if (NameOf(pod, volume) is not { } name)
            {
                continue;
            }

            var claim = objects.Claim(pod.Metadata.Namespace, name);
            if (Refuse(pod, volume, name, claim) is { } refusal)
            {
                return (null, refusal);
            }

            (IsBound(claim!) ? bound : IsDelayed(claim!, objects) ? delayed : immediate).Add(claim!);
        }

        return (bound.Count + delayed.Count + immediate.Count == 0 ? null : new(bound, delayed, immediate), null);
    }

    /// <summary>The name of the claim behind a volume; null where there is none.</summary>
    public static string? NameOf(Pod pod, Volume volume) =>
        volume.VolumeSource.PersistentVolumeClaim is { } source ? source.ClaimName : volume.VolumeSource.Ephemeral is null ? null : PodClaims.NameFor(pod, volume);

    /// <summary>True when both sides of the binding are written.</summary>
    public static bool IsBound(PersistentVolumeClaim claim) => claim.Spec.VolumeName.Length > 0 && claim.Metadata.Annotations.ContainsKey(VolumeBindings.Completed);

    // A claim that names its volume has chosen already, whatever its class says.
    private static bool IsDelayed(PersistentVolumeClaim claim, IClusterObjects objects) =>
        claim.Spec.VolumeName.Length == 0 && objects.StorageClass(VolumeMatching.ClassOf(claim))?.VolumeBindingMode == "WaitForFirstConsumer";

    private static string? Refuse(Pod pod, Volume volume, string name, PersistentVolumeClaim? claim)
    {
        var ephemeral = volume.VolumeSource.Ephemeral is not null;
        return claim switch
        {
            null when ephemeral => $"waiting for ephemeral volume controller to create the persistentvolumeclaim \"{name}\"",
            null => $"persistentvolumeclaim \"{name}\" not found",
            { Status.Phase: "Lost" } => $"persistentvolumeclaim \"{name}\" bound to non-existent persistentvolume \"{claim.Spec.VolumeName}\"",
            { Metadata.DeletionTimestamp: not null } => $"persistentvolumeclaim \"{name}\" is being deleted",
            _ when ephemeral && !PodClaims.IsFor(claim, pod) => $"PVC {claim.Metadata.Namespace}/{name} was not created for pod {pod.Metadata.Namespace}/{pod.Metadata.Name} (pod is not owner)",
            _ => null,
        };
    }
}
