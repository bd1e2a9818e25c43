using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>A pod that names its node fits nowhere else.</summary>
public sealed class NodeName : IFilterPlugin, IQueueingHints
{
    private static readonly Verdict _other = Verdict.Unresolvable(nameof(NodeName), "node(s) didn't match the requested node name");

    /// <inheritdoc/>
    public string Name => nameof(NodeName);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.NodeAdded);

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node) =>
        pod.Pod.Spec.NodeName.Length == 0 || pod.Pod.Spec.NodeName == node.Name ? Verdict.Success : _other;
}
