using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CustomMetricsV1Beta2;

/// <summary>Which values are wanted.</summary>
[Message("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2")]
public sealed partial record MetricListOptions
{
    /// <summary>The objects.</summary>
    [Field(1)]
    public partial string LabelSelector { get; init; }

    /// <summary>Narrows the metric.</summary>
    [Field(2)]
    public partial string MetricLabelSelector { get; init; }
}
