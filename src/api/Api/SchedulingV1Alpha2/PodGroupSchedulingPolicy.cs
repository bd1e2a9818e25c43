using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.SchedulingV1Alpha2;

/// <summary>How pods are scheduled; exactly one is set.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupSchedulingPolicy
{
    /// <summary>One by one.</summary>
    [Field(1)]
    public partial BasicSchedulingPolicy? Basic { get; init; }

    /// <summary>All at once.</summary>
    [Field(2)]
    public partial GangSchedulingPolicy? Gang { get; init; }
}

/// <summary>Pods are scheduled at once or not at all.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record GangSchedulingPolicy
{
    /// <summary>How many must find a place at the same time; at least 1.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int MinCount { get; init; }
}

/// <summary>Pods are scheduled one by one.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record BasicSchedulingPolicy
{
}
