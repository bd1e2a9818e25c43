using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.MetricsV1Beta1;

/// <summary>What a node uses.</summary>
[Message("k8s.io.metrics.pkg.apis.metrics.v1beta1")]
[Kind("metrics.k8s.io", "v1beta1", Plural = "nodes")]
public sealed partial record NodeMetrics
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>When it was measured.</summary>
    [Field(2, Always = true)]
    public partial Time Timestamp { get; init; }

    /// <summary>Over how long before that.</summary>
    [Field(3, Always = true)]
    public partial Duration Window { get; init; }

    /// <summary>The use of cpu and memory.</summary>
    [Field(4, Always = true)]
    public partial ValueMap<Quantity> Usage { get; init; }
}

[Message("k8s.io.metrics.pkg.apis.metrics.v1beta1")]
[Kind("metrics.k8s.io", "v1beta1")]
public sealed partial record NodeMetricsList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<NodeMetrics> Items { get; init; }
}
