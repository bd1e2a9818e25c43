using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>Settings of DefaultPreemption.</summary>
[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record DefaultPreemptionArgs
{
    /// <summary>The share of nodes that are tried at least; 10 by default.</summary>
    [Field]
    public partial int? MinCandidateNodesPercentage { get; init; }

    /// <summary>The number of nodes that are tried at least; 100 by default.</summary>
    [Field]
    public partial int? MinCandidateNodesAbsolute { get; init; }
}
