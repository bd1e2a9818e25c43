using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record PodTopologySpreadArgs
{
    [Field]
    public partial ValueList<TopologySpreadConstraint> DefaultConstraints { get; init; }

    [Field]
    public partial string DefaultingType { get; init; }
}
