using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AutoscalingV2;

[Message("k8s.io.api.autoscaling.v2")]
[Kind("autoscaling", "v2", Plural = "horizontalpodautoscalers", ShortNames = "hpa", Categories = "all", Namespaced = true)]
public sealed partial record HorizontalPodAutoscaler
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial HorizontalPodAutoscalerSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial HorizontalPodAutoscalerStatus Status { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
[Kind("autoscaling", "v2")]
public sealed partial record HorizontalPodAutoscalerList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<HorizontalPodAutoscaler> Items { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ContainerResourceMetricSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Container { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ContainerResourceMetricStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Container { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ExternalMetricSource
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ExternalMetricStatus
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HPAScalingPolicy
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "0")]
    public partial int Value { get; init; }

    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int PeriodSeconds { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HPAScalingRules
{
    [Field(3)]
    public partial int? StabilizationWindowSeconds { get; init; }

    [Field(1)]
    public partial string? SelectPolicy { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<HPAScalingPolicy> Policies { get; init; }

    [Field(4)]
    public partial Quantity? Tolerance { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HorizontalPodAutoscalerBehavior
{
    [Field(1)]
    public partial HPAScalingRules? ScaleUp { get; init; }

    [Field(2)]
    public partial HPAScalingRules? ScaleDown { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HorizontalPodAutoscalerCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(4)]
    public partial string Reason { get; init; }

    [Field(5)]
    public partial string Message { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HorizontalPodAutoscalerSpec
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial CrossVersionObjectReference ScaleTargetRef { get; init; }

    [Field(2)]
    public partial int? MinReplicas { get; init; }

    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int MaxReplicas { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<MetricSpec> Metrics { get; init; }

    [Field(5)]
    public partial HorizontalPodAutoscalerBehavior? Behavior { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HorizontalPodAutoscalerStatus
{
    [Field(1)]
    public partial long? ObservedGeneration { get; init; }

    [Field(2)]
    public partial Time? LastScaleTime { get; init; }

    [Field(3)]
    public partial int CurrentReplicas { get; init; }

    [Field(4, Always = true, Required = true, Default = "0")]
    public partial int DesiredReplicas { get; init; }

    [Field(5, Always = true, ListType = "atomic")]
    public partial ValueList<MetricStatus> CurrentMetrics { get; init; }

    [Field(6, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<HorizontalPodAutoscalerCondition> Conditions { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricSpec
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2)]
    public partial ObjectMetricSource? Object { get; init; }

    [Field(3)]
    public partial PodsMetricSource? Pods { get; init; }

    [Field(4)]
    public partial ResourceMetricSource? Resource { get; init; }

    [Field(7)]
    public partial ContainerResourceMetricSource? ContainerResource { get; init; }

    [Field(5)]
    public partial ExternalMetricSource? External { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2)]
    public partial ObjectMetricStatus? Object { get; init; }

    [Field(3)]
    public partial PodsMetricStatus? Pods { get; init; }

    [Field(4)]
    public partial ResourceMetricStatus? Resource { get; init; }

    [Field(7)]
    public partial ContainerResourceMetricStatus? ContainerResource { get; init; }

    [Field(5)]
    public partial ExternalMetricStatus? External { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ObjectMetricSource
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial CrossVersionObjectReference DescribedObject { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }

    [Field(3, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ObjectMetricStatus
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }

    [Field(3, Always = true, Required = true, Default = "{}")]
    public partial CrossVersionObjectReference DescribedObject { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record PodsMetricSource
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record PodsMetricStatus
{
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ResourceMetricSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }
}

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ResourceMetricStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }
}
