using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AutoscalingV2;

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricIdentifier
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial LabelSelector? Selector { get; init; }
}
