using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Prefers places with few matching pods: ScheduleAnyway constraints, or upstream's defaults.</summary>
public sealed partial class PodTopologySpread
{
    private const string ScoreKey = "PodTopologySpread/score";

    /// <inheritdoc/>
    public Verdict PreScore(CycleState state, PodInfo pod, ClusterView cluster, IReadOnlyList<NodeInfo> feasible)
    {
        var constraints = SpreadConstraint.Of(pod.Pod, "ScheduleAnyway");
        var requireAll = true;
        if (pod.Pod.Spec.TopologySpreadConstraints.IsEmpty)
        {
            if (cluster.Objects.OwnerSelector(pod.Pod) is not { } owner)
            {
                return Verdict.Skip;
            }

            constraints = defaults is null ? SpreadConstraint.Defaults(owner) : SpreadConstraint.Of(pod.Pod, defaults, "ScheduleAnyway", owner);
            requireAll = defaults is not null;
        }

        if (constraints.Length == 0)
        {
            return Verdict.Skip;
        }

        var preparation = new Preparation(constraints);
        foreach (var node in feasible)
        {
            var labels = node.Node.Metadata.Labels;
            if (requireAll && !Array.TrueForAll(constraints, constraint => labels.ContainsKey(constraint.TopologyKey)))
            {
                preparation.Ignored.Add(node.Name);
                continue;
            }

            for (var i = 0; i < constraints.Length; i++)
            {
                if (constraints[i].TopologyKey != SpreadConstraint.Hostname && labels.TryGetValue(constraints[i].TopologyKey, out var place))
                {
                    preparation.Places[i].TryAdd(place, 0);
                }
            }
        }

        for (var i = 0; i < constraints.Length; i++)
        {
            var size = constraints[i].TopologyKey == SpreadConstraint.Hostname ? feasible.Count - preparation.Ignored.Count : preparation.Places[i].Count;
            preparation.Weights[i] = Math.Log(size + 2);
        }

        CountPods(preparation, pod, cluster, requireAll);
        state.Set(ScoreKey, preparation);
        return Verdict.Success;
    }

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node)
    {
        var preparation = state.Get<Preparation>(ScoreKey);
        if (preparation.Ignored.Contains(node.Name))
        {
            return 0;
        }

        double score = 0;
        for (var i = 0; i < preparation.Constraints.Length; i++)
        {
            var constraint = preparation.Constraints[i];
            if (node.Node.Metadata.Labels.TryGetValue(constraint.TopologyKey, out var place))
            {
                var count = constraint.TopologyKey == SpreadConstraint.Hostname ? constraint.Count(node, pod.Namespace) : preparation.Places[i].GetValueOrDefault(place);
                score += (count * preparation.Weights[i]) + (constraint.MaxSkew - 1);
            }
        }

        return (long)Math.Round(score, MidpointRounding.AwayFromZero);
    }

    /// <inheritdoc/>
    public void Normalize(CycleState state, PodInfo pod, Span<long> scores, IReadOnlyList<NodeInfo> nodes)
    {
        var ignored = state.Get<Preparation>(ScoreKey).Ignored;
        var (min, max) = (long.MaxValue, 0L);
        for (var i = 0; i < scores.Length; i++)
        {
            if (!ignored.Contains(nodes[i].Name))
            {
                (min, max) = (Math.Min(min, scores[i]), Math.Max(max, scores[i]));
            }
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = ignored.Contains(nodes[i].Name) ? 0 : max == 0 ? ScoreNormalizer.MaxNodeScore : ScoreNormalizer.MaxNodeScore * (max + min - scores[i]) / max;
        }
    }

    private static void CountPods(Preparation preparation, PodInfo pod, ClusterView cluster, bool requireAll)
    {
        foreach (var node in cluster.Nodes)
        {
            var labels = node.Node.Metadata.Labels;
            if (requireAll && !Array.TrueForAll(preparation.Constraints, constraint => labels.ContainsKey(constraint.TopologyKey)))
            {
                continue;
            }

            for (var i = 0; i < preparation.Constraints.Length; i++)
            {
                var constraint = preparation.Constraints[i];
                if (labels.TryGetValue(constraint.TopologyKey, out var place) && preparation.Places[i].TryGetValue(place, out var count) && constraint.Includes(pod.Pod, node.Node))
                {
                    preparation.Places[i][place] = count + constraint.Count(node, pod.Namespace);
                }
            }
        }
    }

    private sealed class Preparation(SpreadConstraint[] constraints)
    {
        public SpreadConstraint[] Constraints => constraints;

        public Dictionary<string, int>[] Places { get; } = [.. constraints.Select(_ => new Dictionary<string, int>())];

        public double[] Weights { get; } = new double[constraints.Length];

        public HashSet<string> Ignored { get; } = [];
    }
}
