namespace Cybernetes.ApiServer.Patching;

/// <summary>The forms of patches.</summary>
public enum PatchForm : byte
{
    /// <summary>RFC 6902.</summary>
    Json,

    /// <summary>RFC 7386.</summary>
    Merge,

    /// <summary>Kubernetes' own, which knows the keys of lists.</summary>
    Strategic,

    /// <summary>Server-side apply (KEP-555), as YAML or CBOR.</summary>
    Apply,
}
