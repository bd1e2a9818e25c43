using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CustomMetricsV1Beta1;

[Message("k8s.io.metrics.pkg.apis.custom_metrics.v1beta1")]
[Kind("custom.metrics.k8s.io", "v1beta1")]
public sealed partial record MetricValueList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<MetricValue> Items { get; init; }
}

/// <inheritdoc cref="CustomMetricsV1Beta2.MetricValue"/>
[Message("k8s.io.metrics.pkg.apis.custom_metrics.v1beta1")]
public sealed partial record MetricValue
{
    [Field(1, Always = true)]
    public partial ObjectReference DescribedObject { get; init; }

    /// <summary>The metric.</summary>
    [Field(2, Always = true)]
    public partial string MetricName { get; init; }

    [Field(3, Always = true)]
    public partial Time Timestamp { get; init; }

    [Field(4)]
    public partial long? Window { get; init; }

    [Field(5, Always = true)]
    public partial Quantity Value { get; init; }

    [Field(6, Always = true)]
    public partial LabelSelector? Selector { get; init; }
}
