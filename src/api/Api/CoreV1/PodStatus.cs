using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>What is known of a pod: written by the kubelet of its node, before that by the scheduler.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodStatus
{
    /// <summary>The metadata.generation that this status is about.</summary>
    [Field(17)]
    public partial long ObservedGeneration { get; init; }

    /// <summary>
    /// A summary: <c>Pending</c> (not all containers have started), <c>Running</c>, <c>Succeeded</c> (all ended well and stay so),
    /// <c>Failed</c> (one did not) or <c>Unknown</c>.
    /// </summary>
    [Field(1)]
    public partial string Phase { get; init; }

    /// <summary>PodScheduled, Initialized, ContainersReady, Ready and others, each with since when.</summary>
    [Field(2, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<PodCondition> Conditions { get; init; }

    /// <summary>Why the pod is in this state, for people.</summary>
    [Field(3)]
    public partial string Message { get; init; }

    /// <summary>Why the pod is in this state, in one word, such as <c>Evicted</c>.</summary>
    [Field(4)]
    public partial string Reason { get; init; }

    /// <summary>The node on which room is being made by preemption. The pod may still end up elsewhere.</summary>
    [Field(11)]
    public partial string NominatedNodeName { get; init; }

    /// <summary>The node's address.</summary>
    [Field(5)]
    public partial string HostIP { get; init; }

    /// <summary>The node's addresses, one of each family; the first equals hostIP.</summary>
    [Field(16, ListType = "atomic", Patch = "merge", MergeKey = "ip")]
    public partial ValueList<HostIP> HostIPs { get; init; }

    /// <summary>The pod's address, reachable within the cluster. Empty until it is given.</summary>
    [Field(6)]
    public partial string PodIP { get; init; }

    /// <summary>The pod's addresses, one of each family; the first equals podIP.</summary>
    [Field(12, ListType = "map", MapKeys = "ip", Patch = "merge", MergeKey = "ip")]
    public partial ValueList<PodIP> PodIPs { get; init; }

    /// <summary>When the kubelet took the pod up, before pulling images.</summary>
    [Field(7)]
    public partial Time? StartTime { get; init; }

    /// <summary>The state of each init container, sidecars among them.</summary>
    [Field(10, ListType = "atomic")]
    public partial ValueList<ContainerStatus> InitContainerStatuses { get; init; }

    /// <summary>The state of each container.</summary>
    [Field(8, ListType = "atomic")]
    public partial ValueList<ContainerStatus> ContainerStatuses { get; init; }

    /// <summary>
    /// <c>Guaranteed</c>, <c>Burstable</c> or <c>BestEffort</c>, from requests and limits; decides who is killed first when memory is short.
    /// </summary>
    [Field(9)]
    public partial string QosClass { get; init; }

    /// <summary>The state of each ephemeral container.</summary>
    [Field(13, ListType = "atomic")]
    public partial ValueList<ContainerStatus> EphemeralContainerStatuses { get; init; }

    /// <summary>How a change of resources stands. Superseded by the conditions PodResizePending and PodResizeInProgress.</summary>
    [Field(14)]
    public partial string Resize { get; init; }

    /// <summary>The claims that were made for the pod's entries.</summary>
    [Field(15, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<PodResourceClaimStatus> ResourceClaimStatuses { get; init; }

    /// <summary>The claim made for extended resources that devices back.</summary>
    [Field(18)]
    public partial PodExtendedResourceClaimStatus? ExtendedResourceClaimStatus { get; init; }

    /// <summary>The resources set aside for the pod as a whole.</summary>
    [Field(19)]
    public partial ValueMap<Quantity> AllocatedResources { get; init; }

    /// <summary>The resources in force for the pod as a whole.</summary>
    [Field(20)]
    public partial ResourceRequirements? Resources { get; init; }

    /// <summary>What the pod's claims take of the node's own resources.</summary>
    [Field(21, ListType = "atomic")]
    public partial ValueList<NodeAllocatableResourceClaimStatus> NodeAllocatableResourceClaimStatuses { get; init; }
}

/// <summary>An extended resource and the request that backs it.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerExtendedResourceRequest
{
    /// <summary>The container.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ContainerName { get; init; }

    /// <summary>The extended resource.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ResourceName { get; init; }

    /// <summary>The claim's request.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string RequestName { get; init; }
}

/// <summary>What a container is doing; one is set, waiting when none.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerState
{
    /// <summary>It has yet to start.</summary>
    [Field(1)]
    public partial ContainerStateWaiting? Waiting { get; init; }

    /// <summary>It runs.</summary>
    [Field(2)]
    public partial ContainerStateRunning? Running { get; init; }

    /// <summary>It ended.</summary>
    [Field(3)]
    public partial ContainerStateTerminated? Terminated { get; init; }
}

/// <summary>A container that runs.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerStateRunning
{
    /// <summary>Since when.</summary>
    [Field(1, Always = true)]
    public partial Time StartedAt { get; init; }
}

/// <summary>A container that ended.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerStateTerminated
{
    /// <summary>The exit code; 128 plus the signal's number where a signal ended it.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int ExitCode { get; init; }

    /// <summary>The signal that ended it.</summary>
    [Field(2)]
    public partial int Signal { get; init; }

    /// <summary>Why, in one word, such as <c>Completed</c>, <c>Error</c> or <c>OOMKilled</c>.</summary>
    [Field(3)]
    public partial string Reason { get; init; }

    /// <summary>The termination message.</summary>
    [Field(4)]
    public partial string Message { get; init; }

    /// <summary>When it started.</summary>
    [Field(5, Always = true)]
    public partial Time StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    [Field(6, Always = true)]
    public partial Time FinishedAt { get; init; }

    /// <summary>The runtime's id, as type://id.</summary>
    [Field(7)]
    public partial string ContainerID { get; init; }
}

/// <summary>A container that has yet to start.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerStateWaiting
{
    /// <summary>Why, in one word, such as <c>ImagePullBackOff</c> or <c>CrashLoopBackOff</c>.</summary>
    [Field(1)]
    public partial string Reason { get; init; }

    /// <summary>Why, for people.</summary>
    [Field(2)]
    public partial string Message { get; init; }
}

/// <summary>How a container is doing.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerStatus
{
    /// <summary>The container's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>What it is doing now.</summary>
    [Field(2, Always = true, Default = "{}")]
    public partial ContainerState State { get; init; }

    /// <summary>How it ended the last time, if it was restarted.</summary>
    [Field(3, Always = true, Default = "{}")]
    public partial ContainerState LastState { get; init; }

    /// <summary>Whether it passes its readiness check, or runs where there is none.</summary>
    [Field(4, Always = true, Required = true, Default = "false")]
    public partial bool Ready { get; init; }

    /// <summary>How often it was restarted. Counted from containers still on the node, so it may fall.</summary>
    [Field(5, Always = true, Required = true, Default = "0")]
    public partial int RestartCount { get; init; }

    /// <summary>The image that runs; may differ in spelling from the one asked for.</summary>
    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string Image { get; init; }

    /// <summary>The image's id or digest.</summary>
    [Field(7, Always = true, Required = true, Default = "\"\"")]
    public partial string ImageID { get; init; }

    /// <summary>The runtime's id, as type://id.</summary>
    [Field(8)]
    public partial string ContainerID { get; init; }

    /// <summary>Whether the startup probe has succeeded and postStart has ended. True for containers that run without a startup probe.</summary>
    [Field(9)]
    public partial bool? Started { get; init; }

    /// <summary>The requests that the node has set aside.</summary>
    [Field(10)]
    public partial ValueMap<Quantity> AllocatedResources { get; init; }

    /// <summary>The requests and limits in force.</summary>
    [Field(11)]
    public partial ResourceRequirements? Resources { get; init; }

    /// <summary>How the volumes are mounted in fact.</summary>
    [Field(12, ListType = "map", MapKeys = "mountPath", Patch = "merge", MergeKey = "mountPath")]
    public partial ValueList<VolumeMountStatus> VolumeMounts { get; init; }

    /// <summary>Whom the first process runs as.</summary>
    [Field(13)]
    public partial ContainerUser? User { get; init; }

    /// <summary>The health of devices given to the container.</summary>
    [Field(14, ListType = "map", MapKeys = "name", Patch = "merge", MergeKey = "name")]
    public partial ValueList<ResourceStatus> AllocatedResourcesStatus { get; init; }

    /// <summary>The signal that will ask it to stop.</summary>
    [Field(15)]
    public partial string? StopSignal { get; init; }
}

/// <summary>Whom a container's first process runs as.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ContainerUser
{
    /// <summary>On Linux.</summary>
    [Field(1)]
    public partial LinuxContainerUser? Linux { get; init; }
}

/// <summary>An address of the node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record HostIP
{
    /// <summary>The address.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Ip { get; init; }
}

/// <summary>What is known of a mounted image.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ImageVolumeStatus
{
    /// <summary>The image's digest.</summary>
    [Field(1, Required = true)]
    public partial string ImageRef { get; init; }
}

/// <summary>User and groups of a process.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record LinuxContainerUser
{
    /// <summary>The user id.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial long Uid { get; init; }

    /// <summary>The primary group's id.</summary>
    [Field(2, Always = true, Required = true, Default = "0")]
    public partial long Gid { get; init; }

    /// <summary>The other groups' ids.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<long> SupplementalGroups { get; init; }
}

/// <summary>What a claim takes of the node's own resources.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeAllocatableResourceClaimStatus
{
    /// <summary>The claim.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ResourceClaimName { get; init; }

    /// <summary>The containers that use it.</summary>
    [Field(2, ListType = "set")]
    public partial ValueList<string> Containers { get; init; }

    /// <summary>The amounts.</summary>
    [Field(3, Always = true, Required = true)]
    public partial ValueMap<Quantity> Resources { get; init; }
}

/// <summary>A side of a pod's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodCondition
{
    /// <summary>
    /// <c>PodScheduled</c>, <c>Initialized</c>, <c>ContainersReady</c>, <c>Ready</c>, <c>PodReadyToStartContainers</c>, <c>DisruptionTarget</c>
    /// or one of a readiness gate.
    /// </summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(7)]
    public partial long ObservedGeneration { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    /// <summary>When it was last looked at.</summary>
    [Field(3, Always = true)]
    public partial Time LastProbeTime { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5)]
    public partial string Reason { get; init; }

    [Field(6)]
    public partial string Message { get; init; }
}

/// <summary>The claim that backs a pod's extended resources.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodExtendedResourceClaimStatus
{
    /// <summary>Which request of the claim is for which container and resource.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<ContainerExtendedResourceRequest> RequestMappings { get; init; }

    /// <summary>The claim.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string ResourceClaimName { get; init; }
}

/// <summary>An address of the pod.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodIP
{
    /// <summary>The address.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Ip { get; init; }
}

/// <summary>The claim that stands behind an entry of spec.resourceClaims.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodResourceClaimStatus
{
    /// <summary>The entry's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The claim made for it; unset where none is needed.</summary>
    [Field(2)]
    public partial string? ResourceClaimName { get; init; }
}

/// <summary>The health of a device.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceHealth
{
    /// <summary>The device's id.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string ResourceID { get; init; }

    /// <summary><c>Healthy</c>, <c>Unhealthy</c> or <c>Unknown</c>.</summary>
    [Field(2)]
    public partial string Health { get; init; }

    /// <summary>More on its health, for people.</summary>
    [Field(6)]
    public partial string? Message { get; init; }
}

/// <summary>The health of one resource of a container.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ResourceStatus
{
    /// <summary>The resource's name, or <c>claim:name/request</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The health of each device.</summary>
    [Field(2, ListType = "map", MapKeys = "resourceID")]
    public partial ValueList<ResourceHealth> Resources { get; init; }
}

/// <summary>How a volume is mounted in fact.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeMountStatus
{
    /// <summary>The volume's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The path in the container.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string MountPath { get; init; }

    /// <summary>Whether it cannot be written.</summary>
    [Field(3)]
    public partial bool ReadOnly { get; init; }

    /// <summary>Whether mounts below it cannot be written either.</summary>
    [Field(4)]
    public partial string? RecursiveReadOnly { get; init; }

    /// <summary>What else is known of the volume.</summary>
    [Field(5)]
    public partial VolumeStatus? VolumeStatus { get; init; }
}

/// <summary>What is known of a mounted volume.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeStatus
{
    /// <summary>Of an image volume.</summary>
    [Field(1)]
    public partial ImageVolumeStatus? Image { get; init; }
}
