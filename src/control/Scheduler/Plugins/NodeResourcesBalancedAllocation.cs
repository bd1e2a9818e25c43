using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Prefers nodes on which CPU and memory would be used in like proportion.</summary>
public sealed class NodeResourcesBalancedAllocation : IPreScorePlugin, IScorePlugin
{
    /// <inheritdoc/>
    public string Name => nameof(NodeResourcesBalancedAllocation);

    /// <inheritdoc/>
    public Verdict PreScore(CycleState state, PodInfo pod, ClusterView cluster, IReadOnlyList<NodeInfo> feasible) =>
        pod.Requests.MilliCpu == 0 && pod.Requests.Memory == 0 ? Verdict.Skip : Verdict.Success;

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node)
    {
        var with = Deviation(
            Fraction(node.Requested.MilliCpu + pod.Requests.MilliCpu, node.Allocatable.MilliCpu),
            Fraction(node.Requested.Memory + pod.Requests.Memory, node.Allocatable.Memory));
        return (long)((1 - with) * ScoreNormalizer.MaxNodeScore);
    }

    private static double? Fraction(long requested, long allocatable) =>
        allocatable == 0 ? null : Math.Min((double)requested / allocatable, 1);

    private static double Deviation(double? cpu, double? memory) => cpu is { } c && memory is { } m ? Math.Abs((c - m) / 2) : 0;
}
