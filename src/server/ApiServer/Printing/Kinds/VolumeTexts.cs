using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Texts of volumes and claims.</summary>
internal static class VolumeTexts
{
    /// <summary>Access modes in their short form, each once, in upstream's order.</summary>
    public static string Modes(ValueList<string> modes) => string.Join(',', ((ReadOnlySpan<(string Mode, string Short)>)
    [
        ("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP"),
    ]).ToArray().Where(each => modes.Contains(each.Mode)).Select(each => each.Short));

    /// <summary>The storage class, from the older annotation too.</summary>
    public static string Class(ObjectMeta metadata, string? name) =>
        metadata.Annotations.GetValueOrDefault("volume.beta.kubernetes.io/storage-class") ?? name ?? "";
}
