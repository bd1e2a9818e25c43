using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record WeightedPodAffinityTerm
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Weight { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PodAffinityTerm PodAffinityTerm { get; init; }
}
