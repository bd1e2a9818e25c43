using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Admission;

/// <summary>One request on its way through admission. Used by one thread at a time; plugins replace <see cref="Object"/> to change it.</summary>
public sealed class AdmissionAttributes
{
    private List<string>? _warnings;
    private SortedDictionary<string, string>? _annotations;

    /// <summary>What is done.</summary>
    public required AdmissionOperation Operation { get; init; }

    /// <summary>The kind of the object.</summary>
    public required GroupVersionKind Kind { get; init; }

    /// <summary>The resource it is done to.</summary>
    public required GroupVersionResource Resource { get; init; }

    /// <summary>Who does it.</summary>
    public required UserInfo User { get; init; }

    /// <summary>The subresource; empty for none.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The object's namespace; empty for cluster-wide. For a namespace its own name.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The object's name; may be empty on create.</summary>
    public string Name { get; init; } = "";

    /// <summary>The object as it shall be stored; null when deleting.</summary>
    public IKind? Object { get; set; }

    /// <summary>The object as it is; null when creating.</summary>
    public IKind? OldObject { get; init; }

    /// <summary>CreateOptions, UpdateOptions, PatchOptions as UpdateOptions, or DeleteOptions.</summary>
    public IKind? Options { get; init; }

    /// <summary>Whether nothing will be stored, so that nothing else may be changed either.</summary>
    public bool DryRun { get; init; }

    /// <summary>Warnings for the client, in order.</summary>
    public IReadOnlyList<string> Warnings => _warnings ?? (IReadOnlyList<string>)[];

    /// <summary>Annotations for the audit record.</summary>
    public IReadOnlyDictionary<string, string> AuditAnnotations => _annotations ?? (IReadOnlyDictionary<string, string>)System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>Whether the request is about a resource of the core group, without subresource unless one is named.</summary>
    public bool IsFor(string resource, string subresource = "", string group = "") =>
        Resource.Resource == resource && Subresource == subresource && Resource.Group == group;

    /// <summary>The object's metadata, or null.</summary>
    public Api.MetaV1.ObjectMeta? Metadata => (Object as IObject)?.Metadata;

    /// <summary>Adds a warning.</summary>
    public void Warn(string text) => (_warnings ??= []).Add(text);

    /// <summary>Adds an audit annotation; the first value of a key stays.</summary>
    public void Annotate(string key, string value) => (_annotations ??= new(StringComparer.Ordinal)).TryAdd(key, value);
}
