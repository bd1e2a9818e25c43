using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeSchedulerConfigV1;

/// <summary>Settings of NodeResourcesBalancedAllocation.</summary>
[Message]
[Kind("kubescheduler.config.k8s.io", "v1")]
public sealed partial record NodeResourcesBalancedAllocationArgs
{
    /// <summary>The resources; cpu and memory by default.</summary>
    [Field]
    public partial ValueList<ResourceSpec> Resources { get; init; }
}
