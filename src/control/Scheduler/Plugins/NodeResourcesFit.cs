using Cybernetes.Api.Machinery;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Keeps a pod off nodes without room for it; scores nodes by how full they would be.</summary>
/// <param name="strategy">How fullness scores.</param>
/// <param name="ignored">Extended resources that others look after: by name, or by all that stands before the slash.</param>
public sealed class NodeResourcesFit(ScoringStrategy strategy, IReadOnlySet<string> ignored) : IFilterPlugin, IScorePlugin, IQueueingHints
{
    /// <inheritdoc/>
    public string Name => nameof(NodeResourcesFit);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) =>
        change.Is(ClusterEvent.AssignedPodRemoved | ClusterEvent.AssignedPodUpdated)
        || (change.Is(ClusterEvent.NodeAdded | ClusterEvent.NodeAllocatable) && (change.Node is null || Filter(new CycleState(), pod, change.Node).Code != VerdictCode.Unresolvable));

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node)
    {
        var wanted = pod.Requests;
        if (node.Pods.Count + 1 <= node.Allocatable.AllowedPods
            && wanted.MilliCpu <= node.Allocatable.MilliCpu - node.Requested.MilliCpu
            && wanted.Memory <= node.Allocatable.Memory - node.Requested.Memory
            && wanted.EphemeralStorage <= node.Allocatable.EphemeralStorage - node.Requested.EphemeralStorage
            && wanted.Scalars.Count == 0)
        {
            return Verdict.Success;
        }

        return Explain(pod, node);
    }

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node) => strategy.Score(pod, node);

    private Verdict Explain(PodInfo pod, NodeInfo node)
    {
        var shortages = new ValueListBuilder<string>();
        var unresolvable = false;
        var any = false;
        if (node.Pods.Count + 1 > node.Allocatable.AllowedPods)
        {
            shortages.Add("Too many pods");
            any = true;
        }

        Check("cpu", pod.Requests.MilliCpu, node.Requested.MilliCpu, node.Allocatable.MilliCpu);
        Check("memory", pod.Requests.Memory, node.Requested.Memory, node.Allocatable.Memory);
        Check("ephemeral-storage", pod.Requests.EphemeralStorage, node.Requested.EphemeralStorage, node.Allocatable.EphemeralStorage);
        foreach (var (resource, amount) in pod.Requests.Scalars)
        {
            if (ignored.Count == 0 || (!ignored.Contains(resource) && !ignored.Contains(resource.Split('/')[0])))
            {
                Check(resource, amount, node.Requested[resource], node.Allocatable[resource]);
            }
        }

        return any ? new(unresolvable ? VerdictCode.Unresolvable : VerdictCode.Unschedulable, Name, shortages.ToList()) : Verdict.Success;

        void Check(string resource, long wanted, long used, long allocatable)
        {
            if (wanted <= 0 || wanted <= allocatable - used)
            {
                return;
            }

            shortages.Add($"Insufficient {resource}");
            any = true;
            unresolvable |= wanted > allocatable;
        }
    }
}
