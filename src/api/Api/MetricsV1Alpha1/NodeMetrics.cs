using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.MetricsV1Alpha1;

/// <inheritdoc cref="MetricsV1Beta1.NodeMetrics"/>
[Message("k8s.io.metrics.pkg.apis.metrics.v1alpha1")]
[Kind("metrics.k8s.io", "v1alpha1")]
public sealed partial record NodeMetrics
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial Time Timestamp { get; init; }

    [Field(3, Always = true)]
    public partial Duration Window { get; init; }

    [Field(4, Always = true)]
    public partial ValueMap<Quantity> Usage { get; init; }
}

[Message("k8s.io.metrics.pkg.apis.metrics.v1alpha1")]
[Kind("metrics.k8s.io", "v1alpha1")]
public sealed partial record NodeMetricsList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<NodeMetrics> Items { get; init; }
}
