using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record DefaultPreemptionArgs
{
    [Field]
    public partial int? MinCandidateNodesPercentage { get; init; }

    [Field]
    public partial int? MinCandidateNodesAbsolute { get; init; }
}
