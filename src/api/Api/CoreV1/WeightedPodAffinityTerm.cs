using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A preference with its weight.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record WeightedPodAffinityTerm
{
    /// <summary>What meeting the term is worth in the score, 1 to 100.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Weight { get; init; }

    /// <summary>The term.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PodAffinityTerm PodAffinityTerm { get; init; }
}
