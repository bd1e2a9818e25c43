using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Pipeline;

/// <summary>What a request's method and path mean, before anything is looked up.</summary>
public sealed record RequestInfo
{
    /// <summary>Whether it names a resource; otherwise only a path.</summary>
    public bool IsResourceRequest { get; init; }

    /// <summary>get, list, watch, create, update, patch, delete, deletecollection; for paths the method in lower case.</summary>
    public required string Verb { get; init; }

    /// <summary>The path as it came.</summary>
    public required string Path { get; init; }

    /// <summary>API group; empty for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>Version within the group.</summary>
    public string Version { get; init; } = "";

    /// <summary>Namespace; empty for none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The resource's plural name.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The subresource; empty for none.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The object's name; empty for a collection.</summary>
    public string Name { get; init; } = "";

    /// <summary>What follows the subresource: the path given to a proxy, with its slash; empty for none.</summary>
    public string Rest { get; init; } = "";

    /// <summary>Whether the path is well formed for a resource; an overlong one is not.</summary>
    public bool IsWellFormed { get; init; } = true;

    /// <summary>Group and resource.</summary>
    public GroupResource GroupResource => new(Group, Resource);
}
