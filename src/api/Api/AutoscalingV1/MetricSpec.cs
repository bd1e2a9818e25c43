using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AutoscalingV1;

/// <inheritdoc cref="AutoscalingV2.MetricSpec"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record MetricSpec
{
    [Field(1, Always = true)]
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

/// <inheritdoc cref="AutoscalingV2.ContainerResourceMetricSource"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ContainerResourceMetricSource
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial int? TargetAverageUtilization { get; init; }

    [Field(3)]
    public partial Quantity? TargetAverageValue { get; init; }

    [Field(5, Always = true)]
    public partial string Container { get; init; }
}

/// <inheritdoc cref="AutoscalingV2.ExternalMetricSource"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ExternalMetricSource
{
    [Field(1, Always = true)]
    public partial string MetricName { get; init; }

    [Field(2)]
    public partial LabelSelector? MetricSelector { get; init; }

    [Field(3)]
    public partial Quantity? TargetValue { get; init; }

    [Field(4)]
    public partial Quantity? TargetAverageValue { get; init; }
}

/// <inheritdoc cref="AutoscalingV2.ObjectMetricSource"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ObjectMetricSource
{
    [Field(1, Always = true)]
    public partial CrossVersionObjectReference Target { get; init; }

    [Field(2, Always = true)]
    public partial string MetricName { get; init; }

    [Field(3, Always = true)]
    public partial Quantity TargetValue { get; init; }

    [Field(4)]
    public partial LabelSelector? Selector { get; init; }

    [Field(5)]
    public partial Quantity? AverageValue { get; init; }
}

/// <inheritdoc cref="AutoscalingV2.PodsMetricSource"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record PodsMetricSource
{
    [Field(1, Always = true)]
    public partial string MetricName { get; init; }

    [Field(2, Always = true)]
    public partial Quantity TargetAverageValue { get; init; }

    [Field(3)]
    public partial LabelSelector? Selector { get; init; }
}

/// <inheritdoc cref="AutoscalingV2.ResourceMetricSource"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ResourceMetricSource
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial int? TargetAverageUtilization { get; init; }

    [Field(3)]
    public partial Quantity? TargetAverageValue { get; init; }
}
