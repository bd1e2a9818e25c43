using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Holds pods back that ask for devices by resource claims: claims are not allocated here, so such a pod cannot be placed.</summary>
public sealed class DynamicResources : IPreFilterPlugin, IPostFilterPlugin
{
    /// <inheritdoc/>
    public string Name => nameof(DynamicResources);

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster) =>
        pod.Pod.Spec.ResourceClaims.IsEmpty ? PreFilterResult.Skip : new(Verdict.Unresolvable(Name, "cannot allocate all claims"));

    /// <inheritdoc/>
    public PreemptionOutcome PostFilter(PostFilterInput input) => PreemptionOutcome.None("no new claims to deallocate");
}
