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

[Message("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2")]
public sealed partial record MetricIdentifier
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2, Always = true)]
    public partial LabelSelector? Selector { get; init; }
}

[Message("k8s.io.metrics.pkg.apis.custom_metrics.v1beta2")]
public sealed partial record MetricValue
{
    [Field(1, Always = true)]
    public partial ObjectReference DescribedObject { get; init; }

    [Field(2, Always = true)]
    public partial MetricIdentifier Metric { get; init; }

    [Field(3, Always = true)]
    public partial Time Timestamp { get; init; }

    [Field(4)]
    public partial long? WindowSeconds { get; init; }

    [Field(5, Always = true)]
    public partial Quantity Value { get; init; }
}
