using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.StatsV1Alpha1;

/// <summary>What a node and its pods use, as the kubelet's /stats/summary shows it.</summary>
[Message]
public sealed partial record Summary
{
    [Field(Always = true)]
    public partial NodeStats Node { get; init; }

    [Field(Always = true)]
    public partial ValueList<PodStats> Pods { get; init; }
}

[Message]
public sealed partial record NodeStats
{
    [Field(Always = true)]
    public partial string NodeName { get; init; }

    [Field]
    public partial ValueList<ContainerStats> SystemContainers { get; init; }

    [Field(Always = true)]
    public partial Time StartTime { get; init; }

    [Field]
    public partial CPUStats? Cpu { get; init; }

    [Field]
    public partial MemoryStats? Memory { get; init; }

    [Field]
    public partial IOStats? Io { get; init; }

    [Field]
    public partial NetworkStats? Network { get; init; }

    [Field]
    public partial FsStats? Fs { get; init; }

    [Field]
    public partial RuntimeStats? Runtime { get; init; }

    [Field]
    public partial RlimitStats? Rlimit { get; init; }

    [Field]
    public partial SwapStats? Swap { get; init; }
}

[Message]
public sealed partial record RlimitStats
{
    [Field(Always = true)]
    public partial Time Time { get; init; }

    [Field]
    public partial long? Maxpid { get; init; }

    [Field]
    public partial long? Curproc { get; init; }
}

[Message]
public sealed partial record RuntimeStats
{
    [Field]
    public partial FsStats? ImageFs { get; init; }

    [Field]
    public partial FsStats? ContainerFs { get; init; }
}

[Message]
public sealed partial record ProcessStats
{
    [Field(Json = "process_count")]
    public partial long? ProcessCount { get; init; }
}

[Message]
public sealed partial record PodStats
{
    [Field(Always = true)]
    public partial PodReference PodRef { get; init; }

    [Field(Always = true)]
    public partial Time StartTime { get; init; }

    [Field(Always = true)]
    public partial ValueList<ContainerStats> Containers { get; init; }

    [Field]
    public partial CPUStats? Cpu { get; init; }

    [Field]
    public partial MemoryStats? Memory { get; init; }

    [Field]
    public partial IOStats? Io { get; init; }

    [Field]
    public partial NetworkStats? Network { get; init; }

    [Field]
    public partial ValueList<VolumeStats> Volume { get; init; }

    [Field(Json = "ephemeral-storage")]
    public partial FsStats? EphemeralStorage { get; init; }

    [Field(Json = "process_stats")]
    public partial ProcessStats? ProcessStats { get; init; }

    [Field]
    public partial SwapStats? Swap { get; init; }
}

[Message]
public sealed partial record ContainerStats
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial Time StartTime { get; init; }

    [Field]
    public partial CPUStats? Cpu { get; init; }

    [Field]
    public partial MemoryStats? Memory { get; init; }

    [Field]
    public partial IOStats? Io { get; init; }

    [Field]
    public partial ValueList<AcceleratorStats> Accelerators { get; init; }

    [Field]
    public partial FsStats? Rootfs { get; init; }

    [Field]
    public partial FsStats? Logs { get; init; }

    [Field]
    public partial ValueList<UserDefinedMetric> UserDefinedMetrics { get; init; }

    [Field]
    public partial SwapStats? Swap { get; init; }
}

[Message]
public sealed partial record PodReference
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string Namespace { get; init; }

    [Field(Always = true)]
    public partial string Uid { get; init; }
}

[Message]
public sealed partial record InterfaceStats
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field]
    public partial long? RxBytes { get; init; }

    [Field]
    public partial long? RxErrors { get; init; }

    [Field]
    public partial long? TxBytes { get; init; }

    [Field]
    public partial long? TxErrors { get; init; }
}

[Message]
public sealed partial record NetworkStats
{
    [Field(Always = true)]
    public partial Time Time { get; init; }

    [Field(Inline = true)]
    public partial InterfaceStats InterfaceStats { get; init; }

    [Field]
    public partial ValueList<InterfaceStats> Interfaces { get; init; }
}

[Message]
public sealed partial record CPUStats
{
    [Field(Always = true)]
    public partial Time Time { get; init; }

    [Field]
    public partial long? UsageNanoCores { get; init; }

    [Field]
    public partial long? UsageCoreNanoSeconds { get; init; }

    [Field]
    public partial PSIStats? Psi { get; init; }
}

[Message]
public sealed partial record MemoryStats
{
    [Field(Always = true)]
    public partial Time Time { get; init; }

    [Field]
    public partial long? AvailableBytes { get; init; }

    [Field]
    public partial long? UsageBytes { get; init; }

    [Field]
    public partial long? WorkingSetBytes { get; init; }

    [Field]
    public partial long? RssBytes { get; init; }

    [Field]
    public partial long? PageFaults { get; init; }

    [Field]
    public partial long? MajorPageFaults { get; init; }

    [Field]
    public partial PSIStats? Psi { get; init; }
}

[Message]
public sealed partial record IOStats
{
    [Field(Always = true)]
    public partial Time Time { get; init; }

    [Field]
    public partial PSIStats? Psi { get; init; }
}

[Message]
public sealed partial record PSIStats
{
    [Field(Always = true)]
    public partial PSIData Full { get; init; }

    [Field(Always = true)]
    public partial PSIData Some { get; init; }
}

[Message]
public sealed partial record PSIData
{
    [Field(Always = true)]
    public partial long Total { get; init; }

    [Field(Always = true)]
    public partial double Avg10 { get; init; }

    [Field(Always = true)]
    public partial double Avg60 { get; init; }

    [Field(Always = true)]
    public partial double Avg300 { get; init; }
}

[Message]
public sealed partial record SwapStats
{
    [Field(Always = true)]
    public partial Time Time { get; init; }

    [Field]
    public partial long? SwapAvailableBytes { get; init; }

    [Field]
    public partial long? SwapUsageBytes { get; init; }
}

[Message]
public sealed partial record AcceleratorStats
{
    [Field(Always = true)]
    public partial string Make { get; init; }

    [Field(Always = true)]
    public partial string Model { get; init; }

    [Field(Always = true)]
    public partial string Id { get; init; }

    [Field(Always = true)]
    public partial long MemoryTotal { get; init; }

    [Field(Always = true)]
    public partial long MemoryUsed { get; init; }

    [Field(Always = true)]
    public partial long DutyCycle { get; init; }
}

[Message]
public sealed partial record VolumeStats
{
    [Field(Inline = true)]
    public partial FsStats FsStats { get; init; }

    [Field]
    public partial string Name { get; init; }

    [Field]
    public partial PVCReference? PvcRef { get; init; }

    [Field]
    public partial VolumeHealthStats? VolumeHealthStats { get; init; }
}

[Message]
public sealed partial record VolumeHealthStats
{
    [Field(Always = true)]
    public partial bool Abnormal { get; init; }
}

[Message]
public sealed partial record PVCReference
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string Namespace { get; init; }
}

[Message]
public sealed partial record FsStats
{
    [Field(Always = true)]
    public partial Time Time { get; init; }

    [Field]
    public partial long? AvailableBytes { get; init; }

    [Field]
    public partial long? CapacityBytes { get; init; }

    [Field]
    public partial long? UsedBytes { get; init; }

    [Field]
    public partial long? InodesFree { get; init; }

    [Field]
    public partial long? Inodes { get; init; }

    [Field]
    public partial long? InodesUsed { get; init; }
}

[Message]
public sealed partial record UserDefinedMetricDescriptor
{
    [Field(Always = true)]
    public partial string Name { get; init; }

    [Field(Always = true)]
    public partial string Type { get; init; }

    [Field(Always = true)]
    public partial string Units { get; init; }

    [Field]
    public partial ValueMap<string> Labels { get; init; }
}

[Message]
public sealed partial record UserDefinedMetric
{
    [Field(Inline = true)]
    public partial UserDefinedMetricDescriptor UserDefinedMetricDescriptor { get; init; }

    [Field(Always = true)]
    public partial Time Time { get; init; }

    [Field(Always = true)]
    public partial double Value { get; init; }
}
