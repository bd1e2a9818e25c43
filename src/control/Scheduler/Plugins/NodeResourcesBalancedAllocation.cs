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
        var before = Deviation(Fraction(node.Requested.MilliCpu, node.Allocatable.MilliCpu), Fraction(node.Requested.Memory, node.Allocatable.Memory));
        var after = Deviation(
            Fraction(node.Requested.MilliCpu + pod.Requests.MilliCpu, node.Allocatable.MilliCpu),
            Fraction(node.Requested.Memory + pod.Requests.Memory, node.Allocatable.Memory));

        // Half the range for a node whose balance stays as it was, more where the pod improves it, less where it spoils it.
        return (long)((1 + before - after) * ScoreNormalizer.MaxNodeScore / 2);
    }

    private static double? Fraction(long requested, long allocatable) =>
        allocatable == 0 ? null : Math.Min((double)requested / allocatable, 1);

    private static double Deviation(double? cpu, double? memory) => cpu is { } c && memory is { } m ? Math.Abs((c - m) / 2) : 0;
}
