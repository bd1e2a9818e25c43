using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AutoscalingV2;

/// <summary>The value to hold; the field that type names is set.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricTarget
{
    /// <summary><c>Utilization</c>, <c>Value</c> or <c>AverageValue</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>The value itself.</summary>
    [Field(2)]
    public partial Quantity? Value { get; init; }

    /// <summary>The value divided by the number of pods.</summary>
    [Field(3)]
    public partial Quantity? AverageValue { get; init; }

    /// <summary>The percentage of requests, averaged over the pods. For Resource and ContainerResource.</summary>
    [Field(4)]
    public partial int? AverageUtilization { get; init; }
}
