using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CustomMetricsV1Beta2;

[Message("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2")]
[Kind("custom.metrics.k8s.io", "v1beta2")]
public sealed partial record MetricValueList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<MetricValue> Items { get; init; }
}

/// <summary>A metric.</summary>
[Message("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2")]
public sealed partial record MetricIdentifier
{
    /// <summary>Its name.</summary>
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    /// <summary>Narrows it by labels.</summary>
    [Field(2, Always = true)]
    public partial LabelSelector? Selector { get; init; }
}

/// <summary>A value of a metric.</summary>
[Message("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2")]
public sealed partial record MetricValue
{
    /// <summary>The object that it is about.</summary>
    [Field(1, Always = true)]
    public partial ObjectReference DescribedObject { get; init; }

    /// <summary>The metric.</summary>
    [Field(2, Always = true)]
    public partial MetricIdentifier Metric { get; init; }

    /// <summary>When it was measured.</summary>
    [Field(3, Always = true)]
    public partial Time Timestamp { get; init; }

    /// <summary>Over how many seconds before that.</summary>
    [Field(4)]
    public partial long? WindowSeconds { get; init; }

    /// <summary>The value.</summary>
    [Field(5, Always = true)]
    public partial Quantity Value { get; init; }
}
