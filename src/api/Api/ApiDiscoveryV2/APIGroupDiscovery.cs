using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiDiscoveryV2;

/// <summary>A group and its resources.</summary>
[Message("k8s.io.api.apidiscovery.v2")]
[Kind("apidiscovery.k8s.io", "v2", Plural = "apigroupdiscoverys", Namespaced = true)]
public sealed partial record APIGroupDiscovery
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The versions, best first.</summary>
    [Field(2)]
    public partial ValueList<APIVersionDiscovery> Versions { get; init; }
}

[Message("k8s.io.api.apidiscovery.v2")]
[Kind("apidiscovery.k8s.io", "v2")]
public sealed partial record APIGroupDiscoveryList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<APIGroupDiscovery> Items { get; init; }
}

/// <summary>A resource.</summary>
[Message("k8s.io.api.apidiscovery.v2")]
public sealed partial record APIResourceDiscovery
{
    /// <summary>The name in the plural.</summary>
    [Field(1, Always = true)]
    public partial string Resource { get; init; }

    /// <summary>The kind of its objects.</summary>
    [Field(2)]
    public partial GroupVersionKind? ResponseKind { get; init; }

    /// <summary><c>Cluster</c> or <c>Namespaced</c>.</summary>
    [Field(3, Always = true)]
    public partial string Scope { get; init; }

    /// <summary>The name in the singular.</summary>
    [Field(4, Always = true)]
    public partial string SingularResource { get; init; }

    /// <summary>What can be done.</summary>
    [Field(5, Always = true)]
    public partial ValueList<string> Verbs { get; init; }

    /// <summary>Short names.</summary>
    [Field(6)]
    public partial ValueList<string> ShortNames { get; init; }

    /// <summary>Names for several resources at once.</summary>
    [Field(7)]
    public partial ValueList<string> Categories { get; init; }

    /// <summary>Its subresources.</summary>
    [Field(8)]
    public partial ValueList<APISubresourceDiscovery> Subresources { get; init; }
}

/// <summary>A subresource.</summary>
[Message("k8s.io.api.apidiscovery.v2")]
public sealed partial record APISubresourceDiscovery
{
    /// <summary>Its name.</summary>
    [Field(1, Always = true)]
    public partial string Subresource { get; init; }

    /// <summary>The kind of answers.</summary>
    [Field(2)]
    public partial GroupVersionKind? ResponseKind { get; init; }

    /// <summary>The kinds that it takes.</summary>
    [Field(3)]
    public partial ValueList<GroupVersionKind> AcceptedTypes { get; init; }

    /// <summary>What can be done.</summary>
    [Field(4, Always = true)]
    public partial ValueList<string> Verbs { get; init; }
}

/// <summary>A version of a group.</summary>
[Message("k8s.io.api.apidiscovery.v2")]
public sealed partial record APIVersionDiscovery
{
    /// <summary>The version.</summary>
    [Field(1, Always = true)]
    public partial string Version { get; init; }

    /// <summary>Its resources.</summary>
    [Field(2)]
    public partial ValueList<APIResourceDiscovery> Resources { get; init; }

    /// <summary><c>Current</c>, or <c>Stale</c> where the server behind it did not answer.</summary>
    [Field(3)]
    public partial string Freshness { get; init; }
}
