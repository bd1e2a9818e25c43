using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Keeps pods off cordoned nodes unless they tolerate the unschedulable taint.</summary>
public sealed class NodeUnschedulable : IFilterPlugin, IQueueingHints
{
    private static readonly Verdict _cordoned = Verdict.Unresolvable(nameof(NodeUnschedulable), "node(s) were unschedulable");

    /// <inheritdoc/>
    public string Name => nameof(NodeUnschedulable);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.NodeAdded | ClusterEvent.NodeTaints)
        && (change.Node is null || Filter(new CycleState(), pod, change.Node).IsSuccess);

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node) =>
        !node.Node.Spec.Unschedulable || Taints.Tolerate(pod.Pod.Spec.Tolerations, Taints.Unschedulable) ? Verdict.Success : _cordoned;
}
