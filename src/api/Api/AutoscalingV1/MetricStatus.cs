using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AutoscalingV1;

/// <inheritdoc cref="AutoscalingV2.MetricStatus"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record MetricStatus
{
    [Field(1, Always = true)]
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

/// <inheritdoc cref="AutoscalingV2.ContainerResourceMetricStatus"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ContainerResourceMetricStatus
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial int? CurrentAverageUtilization { get; init; }

    [Field(3, Always = true)]
    public partial Quantity CurrentAverageValue { get; init; }

    [Field(4, Always = true)]
    public partial string Container { get; init; }
}

/// <inheritdoc cref="AutoscalingV2.ExternalMetricStatus"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ExternalMetricStatus
{
    [Field(1, Always = true)]
    public partial string MetricName { get; init; }

    [Field(2)]
    public partial LabelSelector? MetricSelector { get; init; }

    [Field(3, Always = true)]
    public partial Quantity CurrentValue { get; init; }

    [Field(4)]
    public partial Quantity? CurrentAverageValue { get; init; }
}

/// <inheritdoc cref="AutoscalingV2.ObjectMetricStatus"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ObjectMetricStatus
{
    [Field(1, Always = true)]
    public partial CrossVersionObjectReference Target { get; init; }

    [Field(2, Always = true)]
    public partial string MetricName { get; init; }

    [Field(3, Always = true)]
    public partial Quantity CurrentValue { get; init; }

    [Field(4)]
    public partial LabelSelector? Selector { get; init; }

    [Field(5)]
    public partial Quantity? AverageValue { get; init; }
}

/// <inheritdoc cref="AutoscalingV2.PodsMetricStatus"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record PodsMetricStatus
{
    [Field(1, Always = true)]
    public partial string MetricName { get; init; }

    [Field(2, Always = true)]
    public partial Quantity CurrentAverageValue { get; init; }

    [Field(3)]
    public partial LabelSelector? Selector { get; init; }
}

/// <inheritdoc cref="AutoscalingV2.ResourceMetricStatus"/>
[Message("k8s.io.api.autoscaling.v1")]
public sealed partial record ResourceMetricStatus
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2)]
    public partial int? CurrentAverageUtilization { get; init; }

    [Field(3, Always = true)]
    public partial Quantity CurrentAverageValue { get; init; }
}
