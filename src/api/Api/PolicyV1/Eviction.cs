using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.PolicyV1;

/// <summary>Asks for a pod to be evicted, as budgets permit; written to <c>pods/eviction</c>.</summary>
[Message("k8s.io.api.policy.v1")]
[Kind("policy", "v1", Plural = "evictions", Namespaced = true)]
public sealed partial record Eviction
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>How to delete.</summary>
    [Field(2)]
    public partial DeleteOptions? DeleteOptions { get; init; }
}
