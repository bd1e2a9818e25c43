using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.DiscoveryV1;

[Message("k8s.io.api.discovery.v1")]
[Kind("discovery.k8s.io", "v1", Plural = "endpointslices", Namespaced = true)]
public sealed partial record EndpointSlice
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string AddressType { get; init; }

    [Field(2, Always = true, ListType = "atomic")]
    public partial ValueList<Endpoint> Endpoints { get; init; }

    [Field(3, Always = true, ListType = "atomic")]
    public partial ValueList<EndpointPort> Ports { get; init; }
}

[Message("k8s.io.api.discovery.v1")]
[Kind("discovery.k8s.io", "v1")]
public sealed partial record EndpointSliceList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<EndpointSlice> Items { get; init; }
}

[Message("k8s.io.api.discovery.v1")]
public sealed partial record Endpoint
{
    [Field(1, Always = true, Required = true, ListType = "set")]
    public partial ValueList<string> Addresses { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial EndpointConditions Conditions { get; init; }

    [Field(3)]
    public partial string? Hostname { get; init; }

    [Field(4)]
    public partial ObjectReference? TargetRef { get; init; }

    [Field(5)]
    public partial ValueMap<string> DeprecatedTopology { get; init; }

    [Field(6)]
    public partial string? NodeName { get; init; }

    [Field(7)]
    public partial string? Zone { get; init; }

    [Field(8)]
    public partial EndpointHints? Hints { get; init; }
}

[Message("k8s.io.api.discovery.v1")]
public sealed partial record EndpointConditions
{
    [Field(1)]
    public partial bool? Ready { get; init; }

    [Field(2)]
    public partial bool? Serving { get; init; }

    [Field(3)]
    public partial bool? Terminating { get; init; }
}

[Message("k8s.io.api.discovery.v1")]
public sealed partial record EndpointHints
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<ForZone> ForZones { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<ForNode> ForNodes { get; init; }
}

[Message("k8s.io.api.discovery.v1")]
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

[Message("k8s.io.api.discovery.v1")]
public sealed partial record ForNode
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

[Message("k8s.io.api.discovery.v1")]
public sealed partial record ForZone
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}
