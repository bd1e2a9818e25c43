using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;

namespace Cybernetes.Kubectl.Discovery;

/// <summary>A resource as the server offers it.</summary>
public sealed record ResourceInfo(GroupVersionKind Kind, string Plural, bool Namespaced)
{
    /// <summary>The name in the singular.</summary>
    public string Singular { get; init; } = "";

    /// <summary>Short names.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>Names for several resources at once.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What can be done.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>The subresources' names.</summary>
    public IReadOnlyList<string> Subresources { get; init; } = [];

    /// <summary>Group, version and plural.</summary>
    public GroupVersionResource Resource => new(Kind.Group, Kind.Version, Plural);

    /// <summary><c>deployment.apps</c>, <c>pod</c>: the kind as <c>-o name</c> and messages show it.</summary>
    public string KindName => Kind.Group.Length == 0 ? Kind.Kind.ToLowerInvariant() : $"{Kind.Kind.ToLowerInvariant()}.{Kind.Group}";

    /// <summary><c>deployments.apps</c>, <c>pods</c>.</summary>
    public string ResourceName => Kind.Group.Length == 0 ? Plural : $"{Plural}.{Kind.Group}";

    /// <summary>The path of an object, a subresource, or with an empty name the collection; the namespace is left out for cluster-wide kinds.</summary>
    public string Path(string @namespace, string name = "", string subresource = "") => ApiPath.Of(Resource, Namespaced ? @namespace : "", name, subresource);
}
