namespace Cybernetes.Api.Machinery;

/// <summary>The versions of a kind, to server-side apply: managers may own fields named in another version than the object at hand.</summary>
public interface IApplyVersions
{
    /// <summary>The merge type of the kind in a version; null for a version that is no longer served.</summary>
    MergeType? TypeOf(string apiVersion);

    /// <summary>The object in another version; null where that version is no longer served.</summary>
    Value? Convert(Value document, string apiVersion);
}

/// <summary>A kind with one version.</summary>
public sealed class SingleApplyVersion(string apiVersion, MergeType type) : IApplyVersions
{
    /// <inheritdoc/>
    public MergeType? TypeOf(string asked) => asked == apiVersion ? type : null;

    /// <inheritdoc/>
    public Value? Convert(Value document, string asked) => asked == apiVersion ? document : null;
}
