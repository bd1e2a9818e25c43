using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record NodeResourcesBalancedAllocationArgs
{
    [Field]
    public partial ValueList<ResourceSpec> Resources { get; init; }
}
