using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record InterPodAffinityArgs
{
    [Field]
    public partial int? HardPodAffinityWeight { get; init; }

    [Field(Always = true)]
    public partial bool IgnorePreferredTermsOfExistingPods { get; init; }
}
