using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AutoscalingV1;

/// <inheritdoc cref="AutoscalingV2.HorizontalPodAutoscaler"/>
[Message("k8s.io.api.autoscaling.v1")]
[Kind("autoscaling", "v1", Plural = "horizontalpodautoscalers", ShortNames = "hpa", Categories = "all", Namespaced = true)]
public sealed partial record HorizontalPodAutoscaler
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial HorizontalPodAutoscalerSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial HorizontalPodAutoscalerStatus Status { get; init; }
}

[Message("k8s.io.api.autoscaling.v1")]
[Kind("autoscaling", "v1")]
public sealed partial record HorizontalPodAutoscalerList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<HorizontalPodAutoscaler> Items { get; init; }
}

/// <summary>What is scaled, within which bounds, by CPU use.</summary>
/// <inheritdoc cref="AutoscalingV2.HorizontalPodAutoscalerSpec"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record HorizontalPodAutoscalerSpec
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial CrossVersionObjectReference ScaleTargetRef { get; init; }

    [Field(2)]
    public partial int? MinReplicas { get; init; }

    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int MaxReplicas { get; init; }

    /// <summary>The CPU use to hold, as a percentage of requests, averaged over the pods; 80 by default.</summary>
    [Field(4)]
    public partial int? TargetCPUUtilizationPercentage { get; init; }
}

/// <inheritdoc cref="AutoscalingV2.HorizontalPodAutoscalerStatus"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record HorizontalPodAutoscalerStatus
{
    [Field(1)]
    public partial long? ObservedGeneration { get; init; }

    [Field(2)]
    public partial Time? LastScaleTime { get; init; }

    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int CurrentReplicas { get; init; }

    [Field(4, Always = true, Required = true, Default = "0")]
    public partial int DesiredReplicas { get; init; }

    /// <summary>The CPU use found, as a percentage of requests.</summary>
    [Field(5)]
    public partial int? CurrentCPUUtilizationPercentage { get; init; }
}
