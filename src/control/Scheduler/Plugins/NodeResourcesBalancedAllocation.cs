using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Prefers nodes on which resources would be used in like proportion.</summary>
/// <param name="resources">Which.</param>
public sealed class NodeResourcesBalancedAllocation(IReadOnlyList<string> resources) : IPreScorePlugin, IScorePlugin
{
    /// <summary>CPU and memory.</summary>
    public NodeResourcesBalancedAllocation()
        : this(["cpu", "memory"])
    {
    }

    /// <inheritdoc/>
    public string Name => nameof(NodeResourcesBalancedAllocation);

    /// <inheritdoc/>
    public Verdict PreScore(CycleState state, PodInfo pod, ClusterView cluster, IReadOnlyList<NodeInfo> feasible) =>
        resources.All(name => pod.Requests[name] == 0) ? Verdict.Skip : Verdict.Success;

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node)
    {
        var before = Deviation(null, node);
        var after = Deviation(pod, node);

        // Half the range for a node whose balance stays as it was, more where the pod improves it, less where it spoils it.
        return (long)((1 + before - after) * ScoreNormalizer.MaxNodeScore / 2);
    }

    /// <summary>The standard deviation of the used fractions.</summary>
    private double Deviation(PodInfo? pod, NodeInfo node)
    {
        Span<double> fractions = stackalloc double[Math.Min(resources.Count, 64)];
        var count = 0;
        double sum = 0;
        foreach (var name in resources)
        {
            var allocatable = node.Allocatable[name];
            var wanted = pod?.Requests[name] ?? 0;
            if (allocatable == 0 || count == fractions.Length || (pod is not null && wanted == 0 && Resources.IsScalar(name)))
            {
                continue;
            }

            var fraction = Math.Min((double)(node.Requested[name] + wanted) / allocatable, 1);
            fractions[count++] = fraction;
            sum += fraction;
        }

        if (count == 2)
        {
            return Math.Abs((fractions[0] - fractions[1]) / 2);
        }

        if (count < 2)
        {
            return 0;
        }

        double squares = 0;
        foreach (var fraction in fractions[..count])
        {
            squares += (fraction - (sum / count)) * (fraction - (sum / count));
        }

        return Math.Sqrt(squares / count);
    }
}
