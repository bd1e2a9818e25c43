using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>The addresses behind a Service in one object. Superseded by EndpointSlice.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "endpoints", ShortNames = "ep", Namespaced = true)]
public sealed partial record Endpoints
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The addresses and ports, grouped: each address of a subset serves all of its ports.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<EndpointSubset> Subsets { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record EndpointsList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Endpoints> Items { get; init; }
}

/// <summary>An address behind a Service.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EndpointAddress
{
    /// <summary>The address. Not loopback, link-local or multicast.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Ip { get; init; }

    /// <summary>The name that DNS gives it below the Service's.</summary>
    [Field(3)]
    public partial string Hostname { get; init; }

    /// <summary>The node that it is on.</summary>
    [Field(4)]
    public partial string? NodeName { get; init; }

    /// <summary>The pod that has it.</summary>
    [Field(2)]
    public partial ObjectReference? TargetRef { get; init; }
}

/// <summary>A port behind a Service.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EndpointPort
{
    /// <summary>The Service port's name.</summary>
    [Field(1)]
    public partial string Name { get; init; }

    /// <summary>The number.</summary>
    [Field(2, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    /// <summary>The protocol; TCP by default.</summary>
    [Field(3)]
    public partial string Protocol { get; init; }

    /// <summary>The protocol spoken on it; a hint.</summary>
    [Field(4)]
    public partial string? AppProtocol { get; init; }
}

/// <summary>Addresses that serve the same ports.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record EndpointSubset
{
    /// <summary>Addresses that are ready.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<EndpointAddress> Addresses { get; init; }

    /// <summary>Addresses that are not ready, or not yet.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<EndpointAddress> NotReadyAddresses { get; init; }

    /// <summary>The ports.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<EndpointPort> Ports { get; init; }
}
