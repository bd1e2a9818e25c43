using Cybernetes.Api.CoreV1;

namespace Cybernetes.Api.Rules;

/// <summary>The claims that a pod's volumes name.</summary>
public static class PodClaims
{
    /// <summary>The names, in the pod's namespace. An ephemeral volume's claim is named after the pod and the volume.</summary>
    public static IEnumerable<string> Of(Pod pod)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (volume.VolumeSource.PersistentVolumeClaim is { } source)
            {
                yield return source.ClaimName;
            }
            else if (volume.VolumeSource.Ephemeral is not null)
            {
                yield return NameFor(pod, volume);
            }
        }
    }

    /// <summary>The name of an ephemeral volume's claim.</summary>
    public static string NameFor(Pod pod, Volume volume) => $"{pod.Metadata.Name}-{volume.Name}";

    /// <summary>Whether a claim was made for this very pod.</summary>
    public static bool IsFor(PersistentVolumeClaim claim, Pod pod) => claim.Metadata.OwnerReferences.Any(owner => owner.Controller == true && owner.Uid == pod.Metadata.Uid);
}
