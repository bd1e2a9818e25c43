using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.AutoscalingV2;

/// <summary>A metric.</summary>
[Message("k8s.io.api.autoscaling.v2")]
public sealed partial record MetricIdentifier
{
    /// <summary>Its name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>Narrows it by labels.</summary>
    [Field(2)]
    public partial LabelSelector? Selector { get; init; }
}
