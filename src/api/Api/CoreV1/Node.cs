using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>A machine that runs pods.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "nodes", ShortNames = "no")]
public sealed partial record Node
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial NodeSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial NodeStatus Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record NodeList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Node> Items { get; init; }
}

/// <summary>A volume attached to a node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record AttachedVolume
{
    /// <summary>Its name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The device.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string DevicePath { get; init; }
}

/// <summary>An image on a node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerImage
{
    /// <summary>Its names.</summary>
    [Field(1, Always = true, ListType = "atomic")]
    public partial ValueList<string> Names { get; init; }

    /// <summary>Its size in bytes.</summary>
    [Field(2)]
    public partial long SizeBytes { get; init; }
}

/// <summary>Where a daemon listens.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record DaemonEndpoint
{
    /// <summary>The port.</summary>
    [Field(1, Json = "Port", Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }
}

/// <summary>An address or name of a node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeAddress
{
    /// <summary><c>InternalIP</c>, <c>ExternalIP</c>, <c>Hostname</c>, <c>InternalDNS</c> or <c>ExternalDNS</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>The address or name.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Address { get; init; }
}

/// <summary>A side of a node's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    /// <summary>When the kubelet last said so.</summary>
    [Field(3, Always = true)]
    public partial Time LastHeartbeatTime { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5)]
    public partial string Reason { get; init; }

    [Field(6)]
    public partial string Message { get; init; }
}

/// <summary>No longer used.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeConfigStatus
{
    /// <summary>No longer used.</summary>
    [Field(1)]
    public partial NodeConfigSource? Assigned { get; init; }

    /// <summary>No longer used.</summary>
    [Field(2)]
    public partial NodeConfigSource? Active { get; init; }

    /// <summary>No longer used.</summary>
    [Field(3)]
    public partial NodeConfigSource? LastKnownGood { get; init; }

    /// <summary>No longer used.</summary>
    [Field(4)]
    public partial string Error { get; init; }
}

/// <summary>Where the node's daemons listen.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeDaemonEndpoints
{
    /// <summary>The kubelet's port.</summary>
    [Field(1, Always = true, Default = "{}")]
    public partial DaemonEndpoint KubeletEndpoint { get; init; }
}

/// <summary>What the runtime can do.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeFeatures
{
    /// <summary>Whether it heeds the policy for supplemental groups.</summary>
    [Field(1)]
    public partial bool? SupplementalGroupsPolicy { get; init; }
}

/// <summary>A handler of the runtime.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeRuntimeHandler
{
    /// <summary>The name; empty for the default one.</summary>
    [Field(1, Always = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>What it can do.</summary>
    [Field(2)]
    public partial NodeRuntimeHandlerFeatures? Features { get; init; }
}

/// <summary>What a handler can do.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeRuntimeHandlerFeatures
{
    /// <summary>Whether it can mount trees read-only throughout.</summary>
    [Field(1)]
    public partial bool? RecursiveReadOnlyMounts { get; init; }

    /// <summary>Whether it can give pods their own user namespace.</summary>
    [Field(2)]
    public partial bool? UserNamespaces { get; init; }
}

/// <summary>What is set for a node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSpec
{
    /// <summary>The range from which the node's pods get their addresses.</summary>
    [Field(1)]
    public partial string PodCIDR { get; init; }

    /// <summary>The ranges, one of each family; the first equals podCIDR.</summary>
    [Field(7, ListType = "set", Patch = "merge")]
    public partial ValueList<string> PodCIDRs { get; init; }

    /// <summary>The machine's id at the cloud provider, as provider://id.</summary>
    [Field(3)]
    public partial string ProviderID { get; init; }

    /// <summary>Whether new pods are kept away (<c>kubectl cordon</c>). False by default.</summary>
    [Field(4)]
    public partial bool Unschedulable { get; init; }

    /// <summary>Marks that keep pods away unless they tolerate them.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<Taint> Taints { get; init; }

    /// <summary>No longer used.</summary>
    [Field(6)]
    public partial NodeConfigSource? ConfigSource { get; init; }

    /// <summary>No longer used.</summary>
    [Field(2)]
    public partial string ExternalID { get; init; }
}

/// <summary>What the kubelet says of its node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeStatus
{
    /// <summary>What the machine has: cpu, memory, ephemeral-storage, pods, hugepages and devices.</summary>
    [Field(1)]
    public partial ValueMap<Quantity> Capacity { get; init; }

    /// <summary>What pods may request of it; the rest is kept for the system.</summary>
    [Field(2)]
    public partial ValueMap<Quantity> Allocatable { get; init; }

    /// <summary>No longer used.</summary>
    [Field(3)]
    public partial string Phase { get; init; }

    /// <summary>Ready, MemoryPressure, DiskPressure, PIDPressure, NetworkUnavailable and others.</summary>
    [Field(4, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<NodeCondition> Conditions { get; init; }

    /// <summary>The addresses and names at which the node is reached.</summary>
    [Field(5, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<NodeAddress> Addresses { get; init; }

    /// <summary>Where the kubelet listens.</summary>
    [Field(6, Always = true, Default = "{}")]
    public partial NodeDaemonEndpoints DaemonEndpoints { get; init; }

    /// <summary>Versions and ids.</summary>
    [Field(7, Always = true, Default = "{}")]
    public partial NodeSystemInfo NodeInfo { get; init; }

    /// <summary>Images on the node; the scheduler prefers nodes that have them.</summary>
    [Field(8, ListType = "atomic")]
    public partial ValueList<ContainerImage> Images { get; init; }

    /// <summary>Volumes mounted on the node; they are not detached meanwhile.</summary>
    [Field(9, ListType = "atomic")]
    public partial ValueList<string> VolumesInUse { get; init; }

    /// <summary>Volumes attached to the node.</summary>
    [Field(10, ListType = "atomic")]
    public partial ValueList<AttachedVolume> VolumesAttached { get; init; }

    /// <summary>No longer used.</summary>
    [Field(11)]
    public partial NodeConfigStatus? Config { get; init; }

    /// <summary>The runtime's handlers and what they can do.</summary>
    [Field(12, ListType = "atomic")]
    public partial ValueList<NodeRuntimeHandler> RuntimeHandlers { get; init; }

    /// <summary>What the runtime can do.</summary>
    [Field(13)]
    public partial NodeFeatures? Features { get; init; }

    /// <summary>Features of the kubelet that matter to scheduling.</summary>
    [Field(14, ListType = "atomic")]
    public partial ValueList<string> DeclaredFeatures { get; init; }
}

/// <summary>Swap space of a node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSwapStatus
{
    /// <summary>The bytes of it.</summary>
    [Field(1)]
    public partial long? Capacity { get; init; }
}

/// <summary>Versions and ids of a node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSystemInfo
{
    /// <summary>The id in /etc/machine-id.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string MachineID { get; init; }

    /// <summary>The id that the hardware reports.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string SystemUUID { get; init; }

    /// <summary>The id of this boot; changes at every restart of the machine.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string BootID { get; init; }

    /// <summary>The kernel's release.</summary>
    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string KernelVersion { get; init; }

    /// <summary>The operating system's name and version.</summary>
    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string OsImage { get; init; }

    /// <summary>The runtime, as name://version.</summary>
    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string ContainerRuntimeVersion { get; init; }

    /// <summary>The kubelet's version.</summary>
    [Field(7, Always = true, Required = true, Default = "\"\"")]
    public partial string KubeletVersion { get; init; }

    /// <summary>No longer used.</summary>
    [Field(8, Always = true, Required = true, Default = "\"\"")]
    public partial string KubeProxyVersion { get; init; }

    /// <summary><c>linux</c> or <c>windows</c>.</summary>
    [Field(9, Always = true, Required = true, Default = "\"\"")]
    public partial string OperatingSystem { get; init; }

    /// <summary>The processor's architecture, such as <c>amd64</c>.</summary>
    [Field(10, Always = true, Required = true, Default = "\"\"")]
    public partial string Architecture { get; init; }

    /// <summary>The swap space.</summary>
    [Field(11)]
    public partial NodeSwapStatus? Swap { get; init; }
}

/// <summary>A mark on a node that keeps pods away unless they tolerate it.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Taint
{
    /// <summary>The taint's key, a qualified name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary>The taint's value.</summary>
    [Field(2)]
    public partial string Value { get; init; }

    /// <summary><c>NoSchedule</c> (no new pods), <c>PreferNoSchedule</c> (rather not) or <c>NoExecute</c> (running pods are evicted too).</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Effect { get; init; }

    /// <summary>When the taint was set; tolerationSeconds counts from here.</summary>
    [Field(4)]
    public partial Time? TimeAdded { get; init; }
}
