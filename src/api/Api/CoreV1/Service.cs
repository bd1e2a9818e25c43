using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>A stable address and name in front of the pods that match a selector.</summary>
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

/// <summary>How long a client keeps its pod.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ClientIPConfig
{
    /// <summary>Seconds since the client's last connection, 1 to 86400; 10800 by default.</summary>
    [Field(1)]
    public partial int? TimeoutSeconds { get; init; }
}

/// <summary>An address of a load balancer.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record LoadBalancerIngress
{
    /// <summary>The address, where it goes by address.</summary>
    [Field(1)]
    public partial string Ip { get; init; }

    /// <summary>The name, where it goes by name.</summary>
    [Field(2)]
    public partial string Hostname { get; init; }

    /// <summary>
    /// <c>VIP</c> (the default) lets nodes answer for the address themselves; <c>Proxy</c> sends their traffic out to the load balancer too.
    /// </summary>
    [Field(3)]
    public partial string? IpMode { get; init; }

    /// <summary>How each port fares.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<PortStatus> Ports { get; init; }
}

/// <summary>Where a load balancer is reached.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record LoadBalancerStatus
{
    /// <summary>Its addresses.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<LoadBalancerIngress> Ingress { get; init; }
}

/// <summary>How a port of a load balancer fares.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PortStatus
{
    /// <summary>The port's number.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    /// <summary>The protocol.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Protocol { get; init; }

    /// <summary>What is wrong with it, in one word.</summary>
    [Field(3)]
    public partial string? Error { get; init; }
}

/// <summary>A port of a Service.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ServicePort
{
    /// <summary>The port's name, a DNS label. Required, and unique, where there are several.</summary>
    [Field(1)]
    public partial string Name { get; init; }

    /// <summary><c>TCP</c> (the default), <c>UDP</c> or <c>SCTP</c>.</summary>
    [Field(2, Default = "\"TCP\"")]
    public partial string Protocol { get; init; }

    /// <summary>The protocol spoken on it, such as <c>http</c> or <c>kubernetes.io/h2c</c>; a hint.</summary>
    [Field(6)]
    public partial string? AppProtocol { get; init; }

    /// <summary>The Service's port, 1 to 65535.</summary>
    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    /// <summary>The pods' port, by number or by container port name; equals port when unset. Not looked at for headless Services.</summary>
    [Field(4, Always = true)]
    public partial IntOrString TargetPort { get; init; }

    /// <summary>The port of every node, in the range 30000-32767 by default. Given automatically unless asked for.</summary>
    [Field(5)]
    public partial int NodePort { get; init; }
}

/// <summary>How the Service is reached and which pods stand behind it.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ServiceSpec
{
    /// <summary>The ports. Required but for headless Services.</summary>
    [Field(1, ListType = "map", MapKeys = "port,protocol", Patch = "merge", MergeKey = "port")]
    public partial ValueList<ServicePort> Ports { get; init; }

    /// <summary>Labels of the pods behind the Service. Without it, the endpoints are written by someone else.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueMap<string> Selector { get; init; }

    /// <summary>
    /// The virtual address, given at random from the service range unless asked for. <c>None</c> makes the Service headless: its name leads to
    /// the pods themselves. Cannot be changed while set.
    /// </summary>
    [Field(3)]
    public partial string ClusterIP { get; init; }

    /// <summary>The virtual addresses, one of each family; the first equals clusterIP.</summary>
    [Field(18, ListType = "atomic")]
    public partial ValueList<string> ClusterIPs { get; init; }

    /// <summary>
    /// <c>ClusterIP</c> (the default: within the cluster), <c>NodePort</c> (also a port of every node), <c>LoadBalancer</c> (also from outside)
    /// or <c>ExternalName</c> (a DNS alias).
    /// </summary>
    [Field(4)]
    public partial string Type { get; init; }

    /// <summary>Further addresses at which nodes accept traffic for the Service; how it gets there is up to you.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<string> ExternalIPs { get; init; }

    /// <summary><c>None</c> (the default) or <c>ClientIP</c>: whether a client keeps its pod.</summary>
    [Field(7)]
    public partial string SessionAffinity { get; init; }

    /// <summary>The address wished of the load balancer. Superseded by annotations of the implementations.</summary>
    [Field(8)]
    public partial string LoadBalancerIP { get; init; }

    /// <summary>Client ranges (CIDR) that the load balancer lets through; all when empty.</summary>
    [Field(9, ListType = "atomic")]
    public partial ValueList<string> LoadBalancerSourceRanges { get; init; }

    /// <summary>The name that the DNS alias points to. For type ExternalName.</summary>
    [Field(10)]
    public partial string ExternalName { get; init; }

    /// <summary>
    /// <c>Cluster</c> (the default) or <c>Local</c>: traffic from outside only goes to pods on the node where it arrives, and keeps its source
    /// address.
    /// </summary>
    [Field(11)]
    public partial string ExternalTrafficPolicy { get; init; }

    /// <summary>
    /// The node port on which a load balancer asks whether a node has pods. Given automatically with type LoadBalancer and policy Local.
    /// </summary>
    [Field(12)]
    public partial int HealthCheckNodePort { get; init; }

    /// <summary>
    /// Whether pods count as ready even when they are not. For peers that find each other by DNS before they are ready. False by default.
    /// </summary>
    [Field(13)]
    public partial bool PublishNotReadyAddresses { get; init; }

    /// <summary>Settings of sessionAffinity.</summary>
    [Field(14)]
    public partial SessionAffinityConfig? SessionAffinityConfig { get; init; }

    /// <summary>
    /// <c>IPv4</c>, <c>IPv6</c> or both. The cluster's first family by default; the second may be added and removed, the first is fixed.
    /// </summary>
    [Field(19, ListType = "atomic")]
    public partial ValueList<string> IpFamilies { get; init; }

    /// <summary><c>SingleStack</c> (the default), <c>PreferDualStack</c> or <c>RequireDualStack</c>.</summary>
    [Field(17)]
    public partial string? IpFamilyPolicy { get; init; }

    /// <summary>Whether a LoadBalancer gets node ports too. True by default.</summary>
    [Field(20)]
    public partial bool? AllocateLoadBalancerNodePorts { get; init; }

    /// <summary>Which load balancer implementation takes care of it; the cluster's default when unset. Fixed once set.</summary>
    [Field(21)]
    public partial string? LoadBalancerClass { get; init; }

    /// <summary><c>Cluster</c> (the default) or <c>Local</c>: traffic from within only goes to pods on the same node.</summary>
    [Field(22)]
    public partial string? InternalTrafficPolicy { get; init; }

    /// <summary>A wish where traffic goes: <c>PreferSameZone</c>, its older name <c>PreferClose</c>, or <c>PreferSameNode</c>.</summary>
    [Field(23)]
    public partial string? TrafficDistribution { get; init; }
}

/// <summary>What is known of a Service.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ServiceStatus
{
    /// <summary>Where the load balancer is reached.</summary>
    [Field(1, Always = true, Default = "{}")]
    public partial LoadBalancerStatus LoadBalancer { get; init; }

    /// <summary>What holds at present.</summary>
    [Field(2, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }
}

/// <summary>Settings of session affinity.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SessionAffinityConfig
{
    /// <summary>For ClientIP.</summary>
    [Field(1)]
    public partial ClientIPConfig? ClientIP { get; init; }
}
