using Cybernetes.ApiServer.Authentication;

namespace Cybernetes.ApiServer.Authorization;

/// <summary>What somebody wants to do: a verb on a resource, or an HTTP method (lower case) on a path.</summary>
public sealed record AuthorizationAttributes
{
    /// <summary>Who.</summary>
    public required UserInfo User { get; init; }

    /// <summary>get, list, watch, create, update, patch, delete, deletecollection …, or the HTTP method in lower case.</summary>
    public required string Verb { get; init; }

    /// <summary>Whether a resource is meant, not a path.</summary>
    public bool IsResourceRequest { get; init; }

    /// <summary>The namespace; empty for cluster-wide.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The API group.</summary>
    public string ApiGroup { get; init; } = "";

    /// <summary>The version within the group.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>The resource's plural name.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The subresource; empty for none.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The object's name; empty for a collection.</summary>
    public string Name { get; init; } = "";

    /// <summary>The URL's path, for requests that are not about resources.</summary>
    public string Path { get; init; } = "";

    /// <summary>Requirements of the field selector (KEP-4601); empty for none.</summary>
    public IReadOnlyList<SelectorRequirement> FieldSelector { get; init; } = [];

    /// <summary>Requirements of the label selector (KEP-4601); empty for none.</summary>
    public IReadOnlyList<SelectorRequirement> LabelSelector { get; init; } = [];

    /// <summary>Whether the verb changes nothing.</summary>
    public bool IsReadOnly => Verb is "get" or "list" or "watch";

    /// <summary>"resource" or "resource/subresource".</summary>
    public string CombinedResource => Subresource.Length == 0 ? Resource : Resource + "/" + Subresource;
}
