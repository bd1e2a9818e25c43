using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.DiscoveryV1Beta1;

/// <inheritdoc cref="DiscoveryV1.EndpointSlice"/>
[Message("k8s.io.api.discovery.v1beta1")]
[Kind("discovery.k8s.io", "v1beta1", Plural = "endpointslices", Namespaced = true)]
public sealed partial record EndpointSlice
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(4, Always = true)]
    public partial string AddressType { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<Endpoint> Endpoints { get; init; }

    [Field(3, Always = true)]
    public partial ValueList<EndpointPort> Ports { get; init; }
}

[Message("k8s.io.api.discovery.v1beta1")]
[Kind("discovery.k8s.io", "v1beta1")]
public sealed partial record EndpointSliceList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<EndpointSlice> Items { get; init; }
}

/// <inheritdoc cref="DiscoveryV1.Endpoint"/>
[Message("k8s.io.api.discovery.v1beta1")]
public sealed partial record Endpoint
{
    [Field(1, Always = true)]
    public partial ValueList<string> Addresses { get; init; }

    [Field(2, Always = true)]
    public partial EndpointConditions Conditions { get; init; }

    [Field(3)]
    public partial string? Hostname { get; init; }

    [Field(4)]
    public partial ObjectReference? TargetRef { get; init; }

    [Field(5)]
    public partial ValueMap<string> Topology { get; init; }

    [Field(6)]
    public partial string? NodeName { get; init; }

    [Field(7)]
    public partial EndpointHints? Hints { get; init; }
}

/// <inheritdoc cref="DiscoveryV1.EndpointConditions"/>
[Message("k8s.io.api.discovery.v1beta1")]
public sealed partial record EndpointConditions
{
    [Field(1)]
    public partial bool? Ready { get; init; }

    [Field(2)]
    public partial bool? Serving { get; init; }

    [Field(3)]
    public partial bool? Terminating { get; init; }
}

/// <inheritdoc cref="DiscoveryV1.EndpointHints"/>
[Message("k8s.io.api.discovery.v1beta1")]
public sealed partial record EndpointHints
{
    [Field(1)]
    public partial ValueList<ForZone> ForZones { get; init; }

    [Field(2)]
    public partial ValueList<ForNode> ForNodes { get; init; }
}

/// <inheritdoc cref="DiscoveryV1.EndpointPort"/>
[Message("k8s.io.api.discovery.v1beta1")]
public sealed partial record EndpointPort
{
    [Field(1)]
    public partial string? Name { get; init; }

    [Field(2)]
    public partial string? Protocol { get; init; }

    [Field(3)]
    public partial int? Port { get; init; }

    [Field(4)]
    public partial string? AppProtocol { get; init; }
}

/// <inheritdoc cref="DiscoveryV1.ForNode"/>
[Message("k8s.io.api.discovery.v1beta1")]
public sealed partial record ForNode
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }
}

/// <inheritdoc cref="DiscoveryV1.ForZone"/>
[Message("k8s.io.api.discovery.v1beta1")]
public sealed partial record ForZone
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }
}
