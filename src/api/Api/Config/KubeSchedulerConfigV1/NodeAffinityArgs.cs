using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>Settings of NodeAffinity.</summary>
[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record NodeAffinityArgs
{
    /// <summary>A node affinity that all pods get besides.</summary>
    [Field]
    public partial NodeAffinity? AddedAffinity { get; init; }
}
