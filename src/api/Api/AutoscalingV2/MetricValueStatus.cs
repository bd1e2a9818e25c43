using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AutoscalingV2;

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricValueStatus
{
    [Field(1)]
    public partial Quantity? Value { get; init; }

    [Field(2)]
    public partial Quantity? AverageValue { get; init; }

    [Field(3)]
    public partial int? AverageUtilization { get; init; }
}
