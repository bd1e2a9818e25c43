using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AutoscalingV2;

/// <summary>What was found.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricValueStatus
{
    /// <summary>The value itself.</summary>
    [Field(1)]
    public partial Quantity? Value { get; init; }

    /// <summary>The value divided by the number of pods.</summary>
    [Field(2)]
    public partial Quantity? AverageValue { get; init; }

    /// <summary>The percentage of requests, averaged over the pods.</summary>
    [Field(3)]
    public partial int? AverageUtilization { get; init; }
}
