using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>Which volume suits a claim. Pure.</summary>
public static class VolumeMatching
{
    private const string ClassAnnotation = "volume.beta.kubernetes.io/storage-class";

    /// <summary>The class a claim asks for; empty for none.</summary>
    public static string ClassOf(PersistentVolumeClaim claim) => claim.Metadata.Annotations.GetValueOrDefault(ClassAnnotation) ?? claim.Spec.StorageClassName ?? "";

    /// <summary>Whether a claim says anything of a class, if only that it wants none.</summary>
    public static bool SaysClass(PersistentVolumeClaim claim) => claim.Metadata.Annotations.ContainsKey(ClassAnnotation) || claim.Spec.StorageClassName is not null;

    /// <summary>The class of a volume; empty for none.</summary>
    public static string ClassOf(PersistentVolume volume) => volume.Metadata.Annotations.GetValueOrDefault(ClassAnnotation) ?? volume.Spec.StorageClassName;

    /// <summary>Whether a volume says that it is for this claim; before they are bound it may name the claim without its uid.</summary>
    public static bool IsFor(PersistentVolume volume, PersistentVolumeClaim claim) =>
        volume.Spec.ClaimRef is { } reference && reference.Name == claim.Metadata.Name && reference.Namespace == claim.Metadata.Namespace
        && (reference.Uid.Length == 0 || reference.Uid == claim.Metadata.Uid);

    /// <summary>Why a claim cannot have the volume it names; null where it can.</summary>
    public static string? Mismatch(PersistentVolumeClaim claim, PersistentVolume volume) =>
        SizeOf(volume) < SizeOf(claim) ? "requested PV is too small"
        : ClassOf(volume) != ClassOf(claim) ? "storageClassName does not match"
        : AttributesOf(volume) != AttributesOf(claim) ? "volumeAttributesClassName does not match"
        : !SameMode(claim, volume) ? "incompatible volumeMode"
        : !HasModes(claim, volume) ? "incompatible accessMode"
        : null;

    /// <summary>
    /// The volume a claim should have: one that names it; else, unless the scheduler is to choose, the smallest that is large enough, of those
    /// with the fewest access modes.
    /// </summary>
    public static PersistentVolume? Best(PersistentVolumeClaim claim, IEnumerable<PersistentVolume> volumes, bool schedulerChooses)
    {
        var selector = claim.Spec.Selector is null ? Selector.Everything : claim.Spec.Selector.ToSelector();
        var suiting = volumes.Where(volume =>
            HasModes(claim, volume) && (volume.Spec.ClaimRef is null || IsFor(volume, claim)) && SizeOf(volume) >= SizeOf(claim)
            && SameMode(claim, volume) && AttributesOf(volume) == AttributesOf(claim) && volume.Metadata.DeletionTimestamp is null).ToList();
        if (suiting.Find(volume => IsFor(volume, claim)) is { } named)
        {
            return named;
        }

        return schedulerChooses ? null : suiting
            .Where(volume => volume.Status.Phase == "Available" && volume.Spec.ClaimRef is null && selector.Matches(volume.Metadata.Labels) && ClassOf(volume) == ClassOf(claim))
            .OrderBy(volume => volume.Spec.AccessModes.Count).ThenBy(SizeOf).ThenBy(volume => volume.Metadata.Name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>Whether both are of files, or both of blocks.</summary>
    public static bool SameMode(PersistentVolumeClaim claim, PersistentVolume volume) => (claim.Spec.VolumeMode ?? "Filesystem") == (volume.Spec.VolumeMode ?? "Filesystem");

    private static bool HasModes(PersistentVolumeClaim claim, PersistentVolume volume) => claim.Spec.AccessModes.All(mode => volume.Spec.AccessModes.Contains(mode));

    /// <summary>How much a volume holds.</summary>
    public static Quantity SizeOf(PersistentVolume volume) => volume.Spec.Capacity.GetValueOrDefault("storage");

    /// <summary>How much a claim asks for.</summary>
    public static Quantity SizeOf(PersistentVolumeClaim claim) => claim.Spec.Resources.Requests.GetValueOrDefault("storage");

    private static string AttributesOf(PersistentVolume volume) => volume.Spec.VolumeAttributesClassName ?? "";

    private static string AttributesOf(PersistentVolumeClaim claim) => claim.Spec.VolumeAttributesClassName ?? "";
}
