using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Keeps pods off nodes whose taints they do not tolerate; prefers nodes with few PreferNoSchedule taints against them.</summary>
public sealed class TaintToleration : IFilterPlugin, IScorePlugin, IQueueingHints
{
    private static readonly Verdict _untolerated = Verdict.Unresolvable(nameof(TaintToleration), "node(s) had untolerated taint(s)");

    /// <inheritdoc/>
    public string Name => nameof(TaintToleration);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.NodeAdded | ClusterEvent.NodeTaints)
        && (change.Node is null || Filter(new CycleState(), pod, change.Node).IsSuccess);

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node) =>
        Taints.Allow(pod.Pod.Spec.Tolerations, node.Node.Spec.Taints) ? Verdict.Success : _untolerated;

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node)
    {
        var count = 0;
        foreach (var taint in node.Node.Spec.Taints.Span)
        {
            if (taint.Effect == "PreferNoSchedule" && !Preferred(pod, taint))
            {
                count++;
            }
        }

        return count;
    }

    /// <inheritdoc/>
    public void Normalize(CycleState state, PodInfo pod, Span<long> scores, IReadOnlyList<NodeInfo> nodes) => ScoreNormalizer.Normalize(scores, reverse: true);

    private static bool Preferred(PodInfo pod, Api.CoreV1.Taint taint)
    {
        foreach (var toleration in pod.Pod.Spec.Tolerations.Span)
        {
            if (toleration.Effect is "" or "PreferNoSchedule" && Taints.Tolerate([toleration], taint))
            {
                return true;
            }
        }

        return false;
    }
}
