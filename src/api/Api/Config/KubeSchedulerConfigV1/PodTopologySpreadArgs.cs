using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>Settings of PodTopologySpread.</summary>
[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record PodTopologySpreadArgs
{
    /// <summary>Constraints of pods without any.</summary>
    [Field]
    public partial ValueList<TopologySpreadConstraint> DefaultConstraints { get; init; }

    /// <summary><c>System</c> (the default: by node and zone) or <c>List</c> for defaultConstraints.</summary>
    [Field]
    public partial string DefaultingType { get; init; }
}
