using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

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

[Message("k8s.io.api.core.v1")]
public sealed partial record AttachedVolume
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string DevicePath { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerImage
{
    [Field(1, Always = true, ListType = "atomic")]
    public partial ValueList<string> Names { get; init; }

    [Field(2)]
    public partial long SizeBytes { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record DaemonEndpoint
{
    [Field(1, Json = "Port", Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeAddress
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Address { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastHeartbeatTime { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5)]
    public partial string Reason { get; init; }

    [Field(6)]
    public partial string Message { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeConfigStatus
{
    [Field(1)]
    public partial NodeConfigSource? Assigned { get; init; }

    [Field(2)]
    public partial NodeConfigSource? Active { get; init; }

    [Field(3)]
    public partial NodeConfigSource? LastKnownGood { get; init; }

    [Field(4)]
    public partial string Error { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeDaemonEndpoints
{
    [Field(1, Always = true, Default = "{}")]
    public partial DaemonEndpoint KubeletEndpoint { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeFeatures
{
    [Field(1)]
    public partial bool? SupplementalGroupsPolicy { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeRuntimeHandler
{
    [Field(1, Always = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial NodeRuntimeHandlerFeatures? Features { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeRuntimeHandlerFeatures
{
    [Field(1)]
    public partial bool? RecursiveReadOnlyMounts { get; init; }

    [Field(2)]
    public partial bool? UserNamespaces { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSpec
{
    [Field(1)]
    public partial string PodCIDR { get; init; }

    [Field(7, ListType = "set", Patch = "merge")]
    public partial ValueList<string> PodCIDRs { get; init; }

    [Field(3)]
    public partial string ProviderID { get; init; }

    [Field(4)]
    public partial bool Unschedulable { get; init; }

    [Field(5, ListType = "atomic")]
    public partial ValueList<Taint> Taints { get; init; }

    [Field(6)]
    public partial NodeConfigSource? ConfigSource { get; init; }

    [Field(2)]
    public partial string ExternalID { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeStatus
{
    [Field(1)]
    public partial ValueMap<Quantity> Capacity { get; init; }

    [Field(2)]
    public partial ValueMap<Quantity> Allocatable { get; init; }

    [Field(3)]
    public partial string Phase { get; init; }

    [Field(4, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<NodeCondition> Conditions { get; init; }

    [Field(5, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<NodeAddress> Addresses { get; init; }

    [Field(6, Always = true, Default = "{}")]
    public partial NodeDaemonEndpoints DaemonEndpoints { get; init; }

    [Field(7, Always = true, Default = "{}")]
    public partial NodeSystemInfo NodeInfo { get; init; }

    [Field(8, ListType = "atomic")]
    public partial ValueList<ContainerImage> Images { get; init; }

    [Field(9, ListType = "atomic")]
    public partial ValueList<string> VolumesInUse { get; init; }

    [Field(10, ListType = "atomic")]
    public partial ValueList<AttachedVolume> VolumesAttached { get; init; }

    [Field(11)]
    public partial NodeConfigStatus? Config { get; init; }

    [Field(12, ListType = "atomic")]
    public partial ValueList<NodeRuntimeHandler> RuntimeHandlers { get; init; }

    [Field(13)]
    public partial NodeFeatures? Features { get; init; }

    [Field(14, ListType = "atomic")]
    public partial ValueList<string> DeclaredFeatures { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSwapStatus
{
    [Field(1)]
    public partial long? Capacity { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeSystemInfo
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string MachineID { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string SystemUUID { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string BootID { get; init; }

    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string KernelVersion { get; init; }

    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string OsImage { get; init; }

    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string ContainerRuntimeVersion { get; init; }

    [Field(7, Always = true, Required = true, Default = "\"\"")]
    public partial string KubeletVersion { get; init; }

    [Field(8, Always = true, Required = true, Default = "\"\"")]
    public partial string KubeProxyVersion { get; init; }

    [Field(9, Always = true, Required = true, Default = "\"\"")]
    public partial string OperatingSystem { get; init; }

    [Field(10, Always = true, Required = true, Default = "\"\"")]
    public partial string Architecture { get; init; }

    [Field(11)]
    public partial NodeSwapStatus? Swap { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record Taint
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(2)]
    public partial string Value { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Effect { get; init; }

    [Field(4)]
    public partial Time? TimeAdded { get; init; }
}
