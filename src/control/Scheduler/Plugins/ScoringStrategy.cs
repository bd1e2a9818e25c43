using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>How a node scores by how full it would be with the pod. Immutable.</summary>
/// <param name="Type">LeastAllocated, MostAllocated or RequestedToCapacityRatio.</param>
/// <param name="Resources">What counts, with weights.</param>
/// <param name="Shape">For the ratio: utilization in percent and what it scores, from 0 to 10, rising in utilization.</param>
public sealed record ScoringStrategy(string Type, IReadOnlyList<(string Name, long Weight)> Resources, IReadOnlyList<(int Utilization, int Score)> Shape)
{
    private const int MaxShapeScore = 10;

    /// <summary>Upstream's default: emptier is better, by CPU and memory.</summary>
    public static ScoringStrategy Default { get; } = new("LeastAllocated", [("cpu", 1), ("memory", 1)], []);

    /// <summary>From 0 to 100.</summary>
    public long Score(PodInfo pod, NodeInfo node)
    {
        var (sum, weights) = (0L, 0L);
        foreach (var (name, weight) in Resources)
        {
            var allocatable = node.Allocatable[name];
            var wanted = pod.NonZeroRequests[name];
            if (allocatable == 0 || (wanted == 0 && Snapshot.Resources.IsScalar(name)))
            {
                continue;
            }

            var requested = wanted + node.NonZeroRequested[name];
            var score = Type switch
            {
                "LeastAllocated" => requested > allocatable ? 0 : (allocatable - requested) * ScoreNormalizer.MaxNodeScore / allocatable,
                "MostAllocated" => Math.Min(requested, allocatable) * ScoreNormalizer.MaxNodeScore / allocatable,
                _ => OfUtilization(requested > allocatable ? 100 : requested * 100 / allocatable),
            };
            if (Type == "RequestedToCapacityRatio" && score <= 0)
            {
                continue;
            }

            sum += score * weight;
            weights += weight;
        }

        // Upstream rounds the ratio's mean, and cuts off that of the others.
        return weights == 0 ? 0 : Type == "RequestedToCapacityRatio" ? (long)Math.Round((double)sum / weights, MidpointRounding.AwayFromZero) : sum / weights;
    }

    /// <summary>Along straight lines between the points of the shape; flat before the first and after the last.</summary>
    private long OfUtilization(long utilization)
    {
        const long Scale = ScoreNormalizer.MaxNodeScore / MaxShapeScore;
        for (var i = 0; i < Shape.Count; i++)
        {
            var (at, score) = Shape[i];
            if (utilization > at)
            {
                continue;
            }

            if (i == 0)
            {
                return score * Scale;
            }

            var (before, from) = Shape[i - 1];
            return (from * Scale) + (((score * Scale) - (from * Scale)) * (utilization - before) / (at - before));
        }

        return Shape.Count == 0 ? 0 : Shape[^1].Score * Scale;
    }
}
