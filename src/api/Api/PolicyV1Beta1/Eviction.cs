using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.PolicyV1Beta1;

/// <inheritdoc cref="PolicyV1.Eviction"/>
[Message("k8s.io.api.policy.v1beta1")]
[Kind("policy", "v1beta1", Plural = "evictions", Namespaced = true)]
public sealed partial record Eviction
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2)]
    public partial DeleteOptions? DeleteOptions { get; init; }
}
