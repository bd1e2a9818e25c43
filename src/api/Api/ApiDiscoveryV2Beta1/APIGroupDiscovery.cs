using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ApiDiscoveryV2Beta1;

/// <inheritdoc cref="ApiDiscoveryV2.APIGroupDiscovery"/>
[Message("k8s.io.api.apidiscovery.v2beta1")]
[Kind("apidiscovery.k8s.io", "v2beta1", Plural = "apigroupdiscoverys", Namespaced = true)]
public sealed partial record APIGroupDiscovery
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2)]
    public partial ValueList<APIVersionDiscovery> Versions { get; init; }
}

[Message("k8s.io.api.apidiscovery.v2beta1")]
[Kind("apidiscovery.k8s.io", "v2beta1")]
public sealed partial record APIGroupDiscoveryList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<APIGroupDiscovery> Items { get; init; }
}

/// <inheritdoc cref="ApiDiscoveryV2.APIResourceDiscovery"/>
[Message("k8s.io.api.apidiscovery.v2beta1")]
public sealed partial record APIResourceDiscovery
{
    [Field(1, Always = true)]
    public partial string Resource { get; init; }

    [Field(2)]
    public partial GroupVersionKind? ResponseKind { get; init; }

    [Field(3, Always = true)]
    public partial string Scope { get; init; }

    [Field(4, Always = true)]
    public partial string SingularResource { get; init; }

    [Field(5, Always = true)]
    public partial ValueList<string> Verbs { get; init; }

    [Field(6)]
    public partial ValueList<string> ShortNames { get; init; }

    [Field(7)]
    public partial ValueList<string> Categories { get; init; }

    [Field(8)]
    public partial ValueList<APISubresourceDiscovery> Subresources { get; init; }
}

/// <inheritdoc cref="ApiDiscoveryV2.APISubresourceDiscovery"/>
[Message("k8s.io.api.apidiscovery.v2beta1")]
public sealed partial record APISubresourceDiscovery
{
    [Field(1, Always = true)]
    public partial string Subresource { get; init; }

    [Field(2)]
    public partial GroupVersionKind? ResponseKind { get; init; }

    [Field(3)]
    public partial ValueList<GroupVersionKind> AcceptedTypes { get; init; }

    [Field(4, Always = true)]
    public partial ValueList<string> Verbs { get; init; }
}

/// <inheritdoc cref="ApiDiscoveryV2.APIVersionDiscovery"/>
[Message("k8s.io.api.apidiscovery.v2beta1")]
public sealed partial record APIVersionDiscovery
{
    [Field(1, Always = true)]
    public partial string Version { get; init; }

    [Field(2)]
    public partial ValueList<APIResourceDiscovery> Resources { get; init; }

    [Field(3)]
    public partial string Freshness { get; init; }
}
