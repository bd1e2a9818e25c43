using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record PodStatus
{
    [Field(17)]
    public partial long ObservedGeneration { get; init; }

    [Field(1)]
    public partial string Phase { get; init; }

    [Field(2, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<PodCondition> Conditions { get; init; }

    [Field(3)]
    public partial string Message { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(11)]
    public partial string NominatedNodeName { get; init; }

    [Field(5)]
    public partial string HostIP { get; init; }

    [Field(16, ListType = "atomic", Patch = "merge", MergeKey = "ip")]
    public partial ValueList<HostIP> HostIPs { get; init; }

    [Field(6)]
    public partial string PodIP { get; init; }

    [Field(12, ListType = "map", MapKeys = "ip", Patch = "merge", MergeKey = "ip")]
    public partial ValueList<PodIP> PodIPs { get; init; }

    [Field(7)]
    public partial Time? StartTime { get; init; }

    [Field(10, ListType = "atomic")]
    public partial ValueList<ContainerStatus> InitContainerStatuses { get; init; }

    [Field(8, ListType = "atomic")]
    public partial ValueList<ContainerStatus> ContainerStatuses { get; init; }

    [Field(9)]
    public partial string QosClass { get; init; }

    [Field(13, ListType = "atomic")]
    public partial ValueList<ContainerStatus> EphemeralContainerStatuses { get; init; }

    [Field(14)]
    public partial string Resize { get; init; }

    [Field(15, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<PodResourceClaimStatus> ResourceClaimStatuses { get; init; }

    [Field(18)]
    public partial PodExtendedResourceClaimStatus? ExtendedResourceClaimStatus { get; init; }

    [Field(19)]
    public partial ValueMap<Quantity> AllocatedResources { get; init; }

    [Field(20)]
    public partial ResourceRequirements? Resources { get; init; }

    [Field(21, ListType = "atomic")]
    public partial ValueList<NodeAllocatableResourceClaimStatus> NodeAllocatableResourceClaimStatuses { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerExtendedResourceRequest
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ContainerName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ResourceName { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string RequestName { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerState
{
    [Field(1)]
    public partial ContainerStateWaiting? Waiting { get; init; }

    [Field(2)]
    public partial ContainerStateRunning? Running { get; init; }

    [Field(3)]
    public partial ContainerStateTerminated? Terminated { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerStateRunning
{
    [Field(1, Always = true)]
    public partial Time StartedAt { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerStateTerminated
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int ExitCode { get; init; }

    [Field(2)]
    public partial int Signal { get; init; }

    [Field(3)]
    public partial string Reason { get; init; }

    [Field(4)]
    public partial string Message { get; init; }

    [Field(5, Always = true)]
    public partial Time StartedAt { get; init; }

    [Field(6, Always = true)]
    public partial Time FinishedAt { get; init; }

    [Field(7)]
    public partial string ContainerID { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerStateWaiting
{
    [Field(1)]
    public partial string Reason { get; init; }

    [Field(2)]
    public partial string Message { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial ContainerState State { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial ContainerState LastState { get; init; }

    [Field(4, Always = true, Required = true, Default = "false")]
    public partial bool Ready { get; init; }

    [Field(5, Always = true, Required = true, Default = "0")]
    public partial int RestartCount { get; init; }

    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string Image { get; init; }

    [Field(7, Always = true, Required = true, Default = "\"\"")]
    public partial string ImageID { get; init; }

    [Field(8)]
    public partial string ContainerID { get; init; }

    [Field(9)]
    public partial bool? Started { get; init; }

    [Field(10)]
    public partial ValueMap<Quantity> AllocatedResources { get; init; }

    [Field(11)]
    public partial ResourceRequirements? Resources { get; init; }

    [Field(12, ListType = "map", MapKeys = "mountPath", Patch = "merge", MergeKey = "mountPath")]
    public partial ValueList<VolumeMountStatus> VolumeMounts { get; init; }

    [Field(13)]
    public partial ContainerUser? User { get; init; }

    [Field(14, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<ResourceStatus> AllocatedResourcesStatus { get; init; }

    [Field(15)]
    public partial string? StopSignal { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerUser
{
    [Field(1)]
    public partial LinuxContainerUser? Linux { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record HostIP
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Ip { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ImageVolumeStatus
{
    [Field(1, Required = true)]
    public partial string ImageRef { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record LinuxContainerUser
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial long Uid { get; init; }

    [Field(2, Always = true, Required = true, Default = "0")]
    public partial long Gid { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<long> SupplementalGroups { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record NodeAllocatableResourceClaimStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ResourceClaimName { get; init; }

    [Field(2, ListType = "set")]
    public partial ValueList<string> Containers { get; init; }

    [Field(3, Always = true, Required = true)]
    public partial ValueMap<Quantity> Resources { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(7)]
    public partial long ObservedGeneration { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastProbeTime { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5)]
    public partial string Reason { get; init; }

    [Field(6)]
    public partial string Message { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodExtendedResourceClaimStatus
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<ContainerExtendedResourceRequest> RequestMappings { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ResourceClaimName { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodIP
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Ip { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PodResourceClaimStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string? ResourceClaimName { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceHealth
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ResourceID { get; init; }

    [Field(2)]
    public partial string Health { get; init; }

    [Field(6)]
    public partial string? Message { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, ListType = "map", MapKeys = "resourceID")]
    public partial ValueList<ResourceHealth> Resources { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeMountStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string MountPath { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }

    [Field(4)]
    public partial string? RecursiveReadOnly { get; init; }

    [Field(5)]
    public partial VolumeStatus? VolumeStatus { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeStatus
{
    [Field(1)]
    public partial ImageVolumeStatus? Image { get; init; }
}
