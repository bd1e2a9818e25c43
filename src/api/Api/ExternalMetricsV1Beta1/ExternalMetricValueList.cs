using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ExternalMetricsV1Beta1;

[Message("k8s.io.metrics.pkg.apis.external_metrics.v1beta1")]
[Kind("external.metrics.k8s.io", "v1beta1")]
public sealed partial record ExternalMetricValueList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<ExternalMetricValue> Items { get; init; }
}

/// <summary>A value of a metric from outside the cluster.</summary>
[Message("k8s.io.metrics.pkg.apis.external_metrics.v1beta1")]
public sealed partial record ExternalMetricValue
{
    /// <summary>The metric.</summary>
    [Field(1, Always = true)]
    public partial string MetricName { get; init; }

    /// <summary>Its labels.</summary>
    [Field(2, Always = true)]
    public partial ValueMap<string> MetricLabels { get; init; }

    /// <summary>When it was measured.</summary>
    [Field(3, Always = true)]
    public partial Time Timestamp { get; init; }

    /// <summary>Over how long before that.</summary>
    [Field(4)]
    public partial long? Window { get; init; }

    /// <summary>The value.</summary>
    [Field(5, Always = true)]
    public partial Quantity Value { get; init; }
}
