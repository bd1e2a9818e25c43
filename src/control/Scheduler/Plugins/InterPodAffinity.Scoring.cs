using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Preferred affinity and anti-affinity between pods, of the new pod and of those that run.</summary>
public sealed partial class InterPodAffinity
{
    private const string ScoreKey = "InterPodAffinity/score";

    /// <inheritdoc/>
    public Verdict PreScore(CycleState state, PodInfo pod, ClusterView cluster, IReadOnlyList<NodeInfo> feasible)
    {
        var hasPreferred = pod.PreferredAffinity.Length + pod.PreferredAntiAffinity.Length > 0;
        var scores = new Dictionary<(string Key, string Place), long>();
        foreach (var node in cluster.Nodes)
        {
            foreach (var existing in hasPreferred ? node.Pods : ignorePreferredTermsOfExistingPods ? [] : node.PodsWithAffinity)
            {
                Weigh(scores, pod, existing, node, cluster.Objects);
            }
        }

        if (scores.Count == 0)
        {
            return Verdict.Skip;
        }

        state.Set(ScoreKey, scores);
        return Verdict.Success;
    }

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node)
    {
        long score = 0;
        foreach (var ((key, place), weight) in state.Get<Dictionary<(string Key, string Place), long>>(ScoreKey))
        {
            if (node.Node.Metadata.Labels.TryGetValue(key, out var label) && label == place)
            {
                score += weight;
            }
        }

        return score;
    }

    /// <inheritdoc/>
    public void Normalize(CycleState state, PodInfo pod, Span<long> scores, IReadOnlyList<NodeInfo> nodes)
    {
        var (min, max) = (long.MaxValue, long.MinValue);
        foreach (var score in scores)
        {
            (min, max) = (Math.Min(min, score), Math.Max(max, score));
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = max == min ? 0 : (long)(ScoreNormalizer.MaxNodeScore * ((double)(scores[i] - min) / (max - min)));
        }
    }

    private void Weigh(Dictionary<(string Key, string Place), long> scores, PodInfo pod, PodInfo existing, NodeInfo node, IClusterObjects objects)
    {
        foreach (var (term, weight) in pod.PreferredAffinity)
        {
            Add(term, existing, weight);
        }

        foreach (var (term, weight) in pod.PreferredAntiAffinity)
        {
            Add(term, existing, -weight);
        }

        if (hardPodAffinityWeight > 0)
        {
            foreach (var term in existing.RequiredAffinity)
            {
                Add(term, pod, hardPodAffinityWeight);
            }
        }

        if (ignorePreferredTermsOfExistingPods)
        {
            return;
        }

        foreach (var (term, weight) in existing.PreferredAffinity)
        {
            Add(term, pod, weight);
        }

        foreach (var (term, weight) in existing.PreferredAntiAffinity)
        {
            Add(term, pod, -weight);
        }

        void Add(AffinityTerm term, PodInfo target, long weight)
        {
            if (term.Matches(target, objects.NamespaceLabels) && node.Node.Metadata.Labels.TryGetValue(term.TopologyKey, out var place))
            {
                scores[(term.TopologyKey, place)] = scores.GetValueOrDefault((term.TopologyKey, place)) + weight;
            }
        }
    }
}
