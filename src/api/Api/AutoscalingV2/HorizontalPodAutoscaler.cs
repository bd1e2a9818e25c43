using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AutoscalingV2;

/// <summary>Changes the number of replicas of a workload to hold its metrics at a target.</summary>
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

/// <summary>CPU or memory of one container of the pods.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ContainerResourceMetricSource
{
    /// <summary><c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The value to hold.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }

    /// <summary>The container's name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Container { get; init; }
}

/// <summary>CPU or memory of one container of the pods.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ContainerResourceMetricStatus
{
    /// <summary><c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>What was found.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }

    /// <summary>The container's name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Container { get; init; }
}

/// <summary>A metric from outside the cluster.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ExternalMetricSource
{
    /// <summary>The metric.</summary>
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    /// <summary>The value to hold.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }
}

/// <summary>A metric from outside the cluster.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ExternalMetricStatus
{
    /// <summary>The metric.</summary>
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    /// <summary>What was found.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }
}

/// <summary>A limit of change.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HPAScalingPolicy
{
    /// <summary><c>Pods</c> or <c>Percent</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>How many pods or how many percent.</summary>
    [Field(2, Always = true, Required = true, Default = "0")]
    public partial int Value { get; init; }

    /// <summary>The span in which that much may change, 1 to 1800 s.</summary>
    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int PeriodSeconds { get; init; }
}

/// <summary>How fast the number changes in one direction.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HPAScalingRules
{
    /// <summary>Seconds of past proposals of which the most cautious counts, 0 to 3600. 0 upwards and 300 downwards by default.</summary>
    [Field(3)]
    public partial int? StabilizationWindowSeconds { get; init; }

    /// <summary>Which policy counts: <c>Max</c> (the default), <c>Min</c>, or <c>Disabled</c> for no change in this direction.</summary>
    [Field(1)]
    public partial string? SelectPolicy { get; init; }

    /// <summary>The limits of change.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<HPAScalingPolicy> Policies { get; init; }

    /// <summary>How far a metric may be from its target without a change, as a fraction; the controller's 0.1 by default.</summary>
    [Field(4)]
    public partial Quantity? Tolerance { get; init; }
}

/// <summary>How fast the number of replicas changes.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HorizontalPodAutoscalerBehavior
{
    /// <summary>Upwards: by default at most 4 pods or 100 % every 15 s, whichever is more, without waiting.</summary>
    [Field(1)]
    public partial HPAScalingRules? ScaleUp { get; init; }

    /// <summary>Downwards: by default as far as needed, after 300 s of steady proposals.</summary>
    [Field(2)]
    public partial HPAScalingRules? ScaleDown { get; init; }
}

/// <summary>A side of an autoscaler's state.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
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

/// <summary>What is scaled, within which bounds, by which metrics.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HorizontalPodAutoscalerSpec
{
    /// <summary>The workload.</summary>
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial CrossVersionObjectReference ScaleTargetRef { get; init; }

    /// <summary>The fewest replicas; 1 by default.</summary>
    [Field(2)]
    public partial int? MinReplicas { get; init; }

    /// <summary>The most replicas; not below minReplicas.</summary>
    [Field(3, Always = true, Required = true, Default = "0")]
    public partial int MaxReplicas { get; init; }

    /// <summary>What is measured. Each metric proposes a number, the largest wins. CPU at 80 % of requests when empty.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<MetricSpec> Metrics { get; init; }

    /// <summary>How fast it goes up and down.</summary>
    [Field(5)]
    public partial HorizontalPodAutoscalerBehavior? Behavior { get; init; }
}

/// <summary>How an autoscaler is doing.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record HorizontalPodAutoscalerStatus
{
    /// <summary>The generation that this status is about.</summary>
    [Field(1)]
    public partial long? ObservedGeneration { get; init; }

    /// <summary>When the number was last changed.</summary>
    [Field(2)]
    public partial Time? LastScaleTime { get; init; }

    /// <summary>How many replicas there were when last looked at.</summary>
    [Field(3)]
    public partial int CurrentReplicas { get; init; }

    /// <summary>How many replicas there should be.</summary>
    [Field(4, Always = true, Required = true, Default = "0")]
    public partial int DesiredReplicas { get; init; }

    /// <summary>The metrics as last read.</summary>
    [Field(5, Always = true, ListType = "atomic")]
    public partial ValueList<MetricStatus> CurrentMetrics { get; init; }

    /// <summary>AbleToScale, ScalingActive, ScalingLimited.</summary>
    [Field(6, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<HorizontalPodAutoscalerCondition> Conditions { get; init; }
}

/// <summary>A metric and its target; the one field that type names is set.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricSpec
{
    /// <summary><c>Resource</c>, <c>ContainerResource</c>, <c>Pods</c>, <c>Object</c> or <c>External</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>A metric of one object, such as requests per second of an Ingress.</summary>
    [Field(2)]
    public partial ObjectMetricSource? Object { get; init; }

    /// <summary>A metric of each pod, averaged.</summary>
    [Field(3)]
    public partial PodsMetricSource? Pods { get; init; }

    /// <summary>CPU or memory of the pods.</summary>
    [Field(4)]
    public partial ResourceMetricSource? Resource { get; init; }

    /// <summary>CPU or memory of one container of the pods.</summary>
    [Field(7)]
    public partial ContainerResourceMetricSource? ContainerResource { get; init; }

    /// <summary>A metric from outside the cluster.</summary>
    [Field(5)]
    public partial ExternalMetricSource? External { get; init; }
}

/// <summary>A metric as last read; the one field that type names is set.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricStatus
{
    /// <summary><c>Resource</c>, <c>ContainerResource</c>, <c>Pods</c>, <c>Object</c> or <c>External</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>A metric of one object.</summary>
    [Field(2)]
    public partial ObjectMetricStatus? Object { get; init; }

    /// <summary>A metric of each pod, averaged.</summary>
    [Field(3)]
    public partial PodsMetricStatus? Pods { get; init; }

    /// <summary>CPU or memory of the pods.</summary>
    [Field(4)]
    public partial ResourceMetricStatus? Resource { get; init; }

    /// <summary>CPU or memory of one container of the pods.</summary>
    [Field(7)]
    public partial ContainerResourceMetricStatus? ContainerResource { get; init; }

    /// <summary>A metric from outside the cluster.</summary>
    [Field(5)]
    public partial ExternalMetricStatus? External { get; init; }
}

/// <summary>A metric of one object.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ObjectMetricSource
{
    /// <summary>The object.</summary>
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial CrossVersionObjectReference DescribedObject { get; init; }

    /// <summary>The value to hold.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }

    /// <summary>The metric.</summary>
    [Field(3, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }
}

/// <summary>A metric of one object.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ObjectMetricStatus
{
    /// <summary>The metric.</summary>
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    /// <summary>What was found.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }

    /// <summary>The object.</summary>
    [Field(3, Always = true, Required = true, Default = "{}")]
    public partial CrossVersionObjectReference DescribedObject { get; init; }
}

/// <summary>A metric of each pod, averaged.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record PodsMetricSource
{
    /// <summary>The metric.</summary>
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    /// <summary>The value to hold; only averageValue.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }
}

/// <summary>A metric of each pod, averaged.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record PodsMetricStatus
{
    /// <summary>The metric.</summary>
    [Field(1, Always = true, Required = true, Default = "{}")]
    public partial MetricIdentifier Metric { get; init; }

    /// <summary>What was found.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }
}

/// <summary>CPU or memory of the pods.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ResourceMetricSource
{
    /// <summary><c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The value to hold.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricTarget Target { get; init; }
}

/// <summary>CPU or memory of the pods.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record ResourceMetricStatus
{
    /// <summary><c>cpu</c> or <c>memory</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>What was found.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial MetricValueStatus Current { get; init; }
}
