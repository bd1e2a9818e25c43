using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "services", ShortNames = "svc", Categories = "all", Namespaced = true)]
public sealed partial record Service
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ServiceSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ServiceStatus Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record ServiceList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Service> Items { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ClientIPConfig
{
    [Field(1)]
    public partial int? TimeoutSeconds { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record LoadBalancerIngress
{
    [Field(1)]
    public partial string Ip { get; init; }

    [Field(2)]
    public partial string Hostname { get; init; }

    [Field(3)]
    public partial string? IpMode { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<PortStatus> Ports { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record LoadBalancerStatus
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<LoadBalancerIngress> Ingress { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PortStatus
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Protocol { get; init; }

    [Field(3)]
    public partial string? Error { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ServicePort
{
    [Field(1)]
    public partial string Name { get; init; }

    [Field(2, Default = "\"TCP\"")]
    public partial string Protocol { get; init; }

    [Field(6)]
    public partial string? AppProtocol { get; init; }

    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    [Field(4, Always = true)]
    public partial IntOrString TargetPort { get; init; }

    [Field(5)]
    public partial int NodePort { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ServiceSpec
{
    [Field(1, ListType = "map", MapKeys = "port,protocol", Patch = "merge", MergeKey = "port")]
    public partial ValueList<ServicePort> Ports { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueMap<string> Selector { get; init; }

    [Field(3)]
    public partial string ClusterIP { get; init; }

    [Field(18, ListType = "atomic")]
    public partial ValueList<string> ClusterIPs { get; init; }

    [Field(4)]
    public partial string Type { get; init; }

    [Field(5, ListType = "atomic")]
    public partial ValueList<string> ExternalIPs { get; init; }

    [Field(7)]
    public partial string SessionAffinity { get; init; }

    [Field(8)]
    public partial string LoadBalancerIP { get; init; }

    [Field(9, ListType = "atomic")]
    public partial ValueList<string> LoadBalancerSourceRanges { get; init; }

    [Field(10)]
    public partial string ExternalName { get; init; }

    [Field(11)]
    public partial string ExternalTrafficPolicy { get; init; }

    [Field(12)]
    public partial int HealthCheckNodePort { get; init; }

    [Field(13)]
    public partial bool PublishNotReadyAddresses { get; init; }

    [Field(14)]
    public partial SessionAffinityConfig? SessionAffinityConfig { get; init; }

    [Field(19, ListType = "atomic")]
    public partial ValueList<string> IpFamilies { get; init; }

    [Field(17)]
    public partial string? IpFamilyPolicy { get; init; }

    [Field(20)]
    public partial bool? AllocateLoadBalancerNodePorts { get; init; }

    [Field(21)]
    public partial string? LoadBalancerClass { get; init; }

    [Field(22)]
    public partial string? InternalTrafficPolicy { get; init; }

    [Field(23)]
    public partial string? TrafficDistribution { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ServiceStatus
{
    [Field(1, Always = true, Default = "{}")]
    public partial LoadBalancerStatus LoadBalancer { get; init; }

    [Field(2, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record SessionAffinityConfig
{
    [Field(1)]
    public partial ClientIPConfig? ClientIP { get; init; }
}
