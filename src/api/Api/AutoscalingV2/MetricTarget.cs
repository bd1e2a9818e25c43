using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AutoscalingV2;

[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricTarget
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2)]
    public partial Quantity? Value { get; init; }

    [Field(3)]
    public partial Quantity? AverageValue { get; init; }

    [Field(4)]
    public partial int? AverageUtilization { get; init; }
}
