using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.MetricsV1Alpha1;

/// <inheritdoc cref="MetricsV1Beta1.PodMetrics"/>
[Message("k8s.io.metrics.pkg.apis.metrics.v1alpha1")]
[Kind("metrics.k8s.io", "v1alpha1")]
public sealed partial record PodMetrics
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial Time Timestamp { get; init; }

    [Field(3, Always = true)]
    public partial Duration Window { get; init; }

    [Field(4, Always = true)]
    public partial ValueList<ContainerMetrics> Containers { get; init; }
}

[Message("k8s.io.metrics.pkg.apis.metrics.v1alpha1")]
[Kind("metrics.k8s.io", "v1alpha1")]
public sealed partial record PodMetricsList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<PodMetrics> Items { get; init; }
}

/// <inheritdoc cref="MetricsV1Beta1.ContainerMetrics"/>
[Message("k8s.io.metrics.pkg.apis.metrics.v1alpha1")]
public sealed partial record ContainerMetrics
{
    [Field(1, Always = true)]
    public partial string Name { get; init; }

    [Field(2, Always = true)]
    public partial ValueMap<Quantity> Usage { get; init; }
}
