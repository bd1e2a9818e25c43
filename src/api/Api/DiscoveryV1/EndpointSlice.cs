using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.DiscoveryV1;

/// <summary>Some of the addresses behind a Service; up to 100 by default. The label kubernetes.io/service-name names the Service.</summary>
[Message("k8s.io.api.discovery.v1")]
[Kind("discovery.k8s.io", "v1", Plural = "endpointslices", Namespaced = true)]
public sealed partial record EndpointSlice
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary><c>IPv4</c>, <c>IPv6</c> or <c>FQDN</c>. Fixed.</summary>
    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string AddressType { get; init; }

    /// <summary>The addresses; at most 1000.</summary>
    [Field(2, Always = true, ListType = "atomic")]
    public partial ValueList<Endpoint> Endpoints { get; init; }

    /// <summary>The ports that every address serves; at most 100.</summary>
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

/// <summary>An address behind a Service, usually a pod.</summary>
[Message("k8s.io.api.discovery.v1")]
public sealed partial record Endpoint
{
    /// <summary>The address. Consumers look at the first only.</summary>
    [Field(1, Always = true, Required = true, ListType = "set")]
    public partial ValueList<string> Addresses { get; init; }

    /// <summary>Whether it can be used.</summary>
    [Field(2, Always = true, Default = "{}")]
    public partial EndpointConditions Conditions { get; init; }

    /// <summary>The name that DNS gives it below the Service's.</summary>
    [Field(3)]
    public partial string? Hostname { get; init; }

    /// <summary>The pod that has it.</summary>
    [Field(4)]
    public partial ObjectReference? TargetRef { get; init; }

    /// <summary>Topology labels of old versions.</summary>
    [Field(5)]
    public partial ValueMap<string> DeprecatedTopology { get; init; }

    /// <summary>The node that it is on.</summary>
    [Field(6)]
    public partial string? NodeName { get; init; }

    /// <summary>The zone that it is in.</summary>
    [Field(7)]
    public partial string? Zone { get; init; }

    /// <summary>Who had best use it.</summary>
    [Field(8)]
    public partial EndpointHints? Hints { get; init; }
}

/// <summary>Whether an address can be used.</summary>
[Message("k8s.io.api.discovery.v1")]
public sealed partial record EndpointConditions
{
    /// <summary>Whether it takes traffic: serving and not terminating. Unset counts as true.</summary>
    [Field(1)]
    public partial bool? Ready { get; init; }

    /// <summary>Whether it can answer, be it going or not. Unset counts as ready.</summary>
    [Field(2)]
    public partial bool? Serving { get; init; }

    /// <summary>Whether it is going. Unset counts as false.</summary>
    [Field(3)]
    public partial bool? Terminating { get; init; }
}

/// <summary>Who had best use an address.</summary>
[Message("k8s.io.api.discovery.v1")]
public sealed partial record EndpointHints
{
    /// <summary>Clients in these zones; at most 8.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<ForZone> ForZones { get; init; }

    /// <summary>Clients on these nodes; at most 8.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<ForNode> ForNodes { get; init; }
}

/// <summary>A port behind a Service.</summary>
[Message("k8s.io.api.discovery.v1")]
public sealed partial record EndpointPort
{
    /// <summary>The Service port's name; unique in the slice.</summary>
    [Field(1)]
    public partial string? Name { get; init; }

    /// <summary><c>TCP</c> (the default), <c>UDP</c> or <c>SCTP</c>.</summary>
    [Field(2)]
    public partial string? Protocol { get; init; }

    /// <summary>The number; all ports when unset.</summary>
    [Field(3)]
    public partial int? Port { get; init; }

    /// <summary>The protocol spoken on it; a hint.</summary>
    [Field(4)]
    public partial string? AppProtocol { get; init; }
}

/// <summary>A node.</summary>
[Message("k8s.io.api.discovery.v1")]
public sealed partial record ForNode
{
    /// <summary>Its name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

/// <summary>A zone.</summary>
[Message("k8s.io.api.discovery.v1")]
public sealed partial record ForZone
{
    /// <summary>Its name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}
