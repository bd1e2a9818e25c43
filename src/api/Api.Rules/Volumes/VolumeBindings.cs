using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Volumes and claims that say they belong together, or no longer do. Pure.</summary>
public static class VolumeBindings
{
    /// <summary>The mark of a binding that is complete on the claim's side.</summary>
    public const string Completed = "pv.kubernetes.io/bind-completed";

    /// <summary>The mark of a binding that the controller chose, and may undo.</summary>
    public const string ByController = "pv.kubernetes.io/bound-by-controller";

    /// <summary>The volume as it names the claim.</summary>
    public static PersistentVolume Bind(PersistentVolume volume, PersistentVolumeClaim claim)
    {
        var bound = volume;
        if (!VolumeMatching.IsFor(volume, claim) && !volume.Metadata.Annotations.ContainsKey(ByController))
        {
            bound = bound with { Metadata = bound.Metadata with { Annotations = bound.Metadata.Annotations.With(ByController, "yes") } };
        }

        if (volume.Spec.ClaimRef is { } reference && reference.Uid == claim.Metadata.Uid && VolumeMatching.IsFor(volume, claim))
        {
            return bound;
        }

        return bound with
        {
            Spec = bound.Spec with
            {
                ClaimRef = new ObjectReference
                {
                    Kind = PersistentVolumeClaim.Info.Kind.Kind,
                    ApiVersion = PersistentVolumeClaim.Info.Kind.ApiVersion,
                    Namespace = claim.Metadata.Namespace,
                    Name = claim.Metadata.Name,
                    Uid = claim.Metadata.Uid,
                    ResourceVersion = claim.Metadata.ResourceVersion,
                },
            },
        };
    }

    /// <summary>The claim as it names the volume.</summary>
    public static PersistentVolumeClaim Bind(PersistentVolumeClaim claim, PersistentVolume volume)
    {
        var annotations = claim.Metadata.Annotations;
        if (claim.Spec.VolumeName != volume.Metadata.Name)
        {
            annotations = annotations.With(ByController, "yes");
        }

        annotations = annotations.ContainsKey(Completed) ? annotations : annotations.With(Completed, "yes");
        return claim with { Metadata = claim.Metadata with { Annotations = annotations }, Spec = claim.Spec with { VolumeName = volume.Metadata.Name } };
    }

    /// <summary>The volume free of its claim; one that a person bound in advance keeps the claim's name.</summary>
    public static PersistentVolume Unbind(PersistentVolume volume) => volume.Metadata.Annotations.ContainsKey(ByController)
        ? volume with { Metadata = volume.Metadata with { Annotations = volume.Metadata.Annotations.Without(ByController) }, Spec = volume.Spec with { ClaimRef = null } }
        : volume with { Spec = volume.Spec with { ClaimRef = volume.Spec.ClaimRef! with { Uid = "" } } };

    /// <summary>The claim's status in a phase. The capacity is told once: later differences are of volumes that are being resized.</summary>
    public static PersistentVolumeClaimStatus StatusOf(PersistentVolumeClaim claim, string phase, PersistentVolume? volume)
    {
        if (volume is null)
        {
            return claim.Status with { Phase = phase, AccessModes = default, Capacity = default };
        }

        var status = claim.Status with { Phase = phase, AccessModes = volume.Spec.AccessModes };
        return claim.Status.Phase == phase ? status : status with
        {
            Capacity = volume.Spec.Capacity,
            CurrentVolumeAttributesClassName = string.IsNullOrEmpty(volume.Spec.VolumeAttributesClassName) ? null : volume.Spec.VolumeAttributesClassName,
        };
    }
}
