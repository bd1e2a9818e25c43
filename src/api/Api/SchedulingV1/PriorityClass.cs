using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.SchedulingV1;

/// <summary>A name for a priority.</summary>
[Message("k8s.io.api.scheduling.v1")]
[Kind("scheduling.k8s.io", "v1", Plural = "priorityclasses", ShortNames = "pc")]
public sealed partial record PriorityClass
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The priority: higher goes first. At most 1000000000; beyond that is the system's. Fixed.</summary>
    [Field(2, Always = true, Default = "0")]
    public partial int Value { get; init; }

    /// <summary>Whether it counts for pods that name no class; only one should.</summary>
    [Field(3)]
    public partial bool GlobalDefault { get; init; }

    /// <summary>What it is meant for.</summary>
    [Field(4)]
    public partial string Description { get; init; }

    /// <summary><c>PreemptLowerPriority</c> (the default) or <c>Never</c>: whether its pods push others out. Fixed.</summary>
    [Field(5)]
    public partial string? PreemptionPolicy { get; init; }
}

[Message("k8s.io.api.scheduling.v1")]
[Kind("scheduling.k8s.io", "v1")]
public sealed partial record PriorityClassList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<PriorityClass> Items { get; init; }
}
