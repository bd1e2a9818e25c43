using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>Settings of InterPodAffinity.</summary>
[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record InterPodAffinityArgs
{
    /// <summary>What required affinity of others counts; 1 by default, 0 to 100.</summary>
    [Field]
    public partial int? HardPodAffinityWeight { get; init; }

    /// <summary>Whether preferences of pods already there are passed over.</summary>
    [Field(Always = true)]
    public partial bool IgnorePreferredTermsOfExistingPods { get; init; }
}
