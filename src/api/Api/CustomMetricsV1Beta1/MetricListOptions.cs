using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CustomMetricsV1Beta1;

/// <inheritdoc cref="CustomMetricsV1Beta2.MetricListOptions"/>
[Message("k8s.io.metrics.pkg.apis.custom_metrics.v1beta1")]
public sealed partial record MetricListOptions
{
    [Field(1)]
    public partial string LabelSelector { get; init; }

    [Field(2)]
    public partial string MetricLabelSelector { get; init; }
}
