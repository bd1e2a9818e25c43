using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Keeps a pod off nodes where a host port it wants is taken.</summary>
public sealed class NodePorts : IPreFilterPlugin, IFilterPlugin, IQueueingHints
{
    private static readonly Verdict _taken = Verdict.Unschedulable(nameof(NodePorts), "node(s) didn't have free ports for the requested pod ports");

    /// <inheritdoc/>
    public string Name => nameof(NodePorts);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.NodeAdded)
        || (change.Is(ClusterEvent.AssignedPodRemoved) && (change.Pod is null || HostPort.Of(change.Pod).Any(freed => pod.HostPorts.Any(wanted => wanted.ConflictsWith(freed)))));

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster) =>
        pod.HostPorts.Length == 0 ? PreFilterResult.Skip : PreFilterResult.Success;

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node)
    {
        foreach (var other in node.Pods)
        {
            foreach (var taken in other.HostPorts)
            {
                foreach (var wanted in pod.HostPorts)
                {
                    if (wanted.ConflictsWith(taken))
                    {
                        return _taken;
                    }
                }
            }
        }

        return Verdict.Success;
    }
}
