using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "endpoints", ShortNames = "ep", Namespaced = true)]
public sealed partial record Endpoints
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

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

[Message("k8s.io.api.core.v1")]
public sealed partial record EndpointAddress
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Ip { get; init; }

    [Field(3)]
    public partial string Hostname { get; init; }

    [Field(4)]
    public partial string? NodeName { get; init; }

    [Field(2)]
    public partial ObjectReference? TargetRef { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record EndpointPort
{
    [Field(1)]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    [Field(3)]
    public partial string Protocol { get; init; }

    [Field(4)]
    public partial string? AppProtocol { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record EndpointSubset
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<EndpointAddress> Addresses { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<EndpointAddress> NotReadyAddresses { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<EndpointPort> Ports { get; init; }
}
