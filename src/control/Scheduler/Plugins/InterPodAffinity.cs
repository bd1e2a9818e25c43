using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Required affinity and anti-affinity between pods.</summary>
/// <param name="hardPodAffinityWeight">What a running pod's required affinity to the new pod counts in scoring.</param>
/// <param name="ignorePreferredTermsOfExistingPods">What running pods would prefer does not count.</param>
public sealed partial class InterPodAffinity(int hardPodAffinityWeight = 1, bool ignorePreferredTermsOfExistingPods = false) : IPreFilterPlugin, IFilterPlugin, IPreScorePlugin, IScorePlugin, IQueueingHints
{
    private const string FilterKey = "InterPodAffinity/filter";
    private static readonly Verdict _noAffinity = Verdict.Unresolvable(nameof(InterPodAffinity), "node(s) didn't match pod affinity rules");
    private static readonly Verdict _antiAffinity = Verdict.Unschedulable(nameof(InterPodAffinity), "node(s) didn't match pod anti-affinity rules");
    private static readonly Verdict _existing = Verdict.Unschedulable(nameof(InterPodAffinity), "node(s) didn't satisfy existing pods anti-affinity rules");

    /// <inheritdoc/>
    public string Name => nameof(InterPodAffinity);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.NodeAdded | ClusterEvent.NodeLabels | ClusterEvent.AnyAssignedPod | ClusterEvent.Namespace);

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster)
    {
        var counts = new Counts(cluster.Objects);
        var hasTerms = pod.RequiredAffinity.Length + pod.RequiredAntiAffinity.Length > 0;
        foreach (var node in cluster.Nodes)
        {
            foreach (var existing in hasTerms ? node.Pods : node.PodsWithRequiredAntiAffinity)
            {
                counts.Shift(pod, existing, node, 1);
            }
        }

        if (!hasTerms && counts.Existing.Count == 0)
        {
            return PreFilterResult.Skip;
        }

        state.Set(FilterKey, counts);
        return PreFilterResult.Success;
    }

    /// <inheritdoc/>
    public void AddPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node)
    {
        if (state.TryGet<Counts>(FilterKey, out var counts))
        {
            counts.Shift(pod, added, node, 1);
        }
    }

    /// <inheritdoc/>
    public void RemovePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node)
    {
        if (state.TryGet<Counts>(FilterKey, out var counts))
        {
            counts.Shift(pod, removed, node, -1);
        }
    }

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node)
    {
        var counts = state.Get<Counts>(FilterKey);
        if (!SatisfiesAffinity(counts, pod, node))
        {
            return _noAffinity;
        }

        foreach (var term in pod.RequiredAntiAffinity)
        {
            if (node.Node.Metadata.Labels.TryGetValue(term.TopologyKey, out var place) && counts.AntiAffinity.GetValueOrDefault((term.TopologyKey, place)) > 0)
            {
                return _antiAffinity;
            }
        }

        foreach (var ((key, place), count) in counts.Existing)
        {
            if (count > 0 && node.Node.Metadata.Labels.TryGetValue(key, out var label) && label == place)
            {
                return _existing;
            }
        }

        return Verdict.Success;
    }

    private static bool SatisfiesAffinity(Counts counts, PodInfo pod, NodeInfo node)
    {
        var podsExist = true;
        foreach (var term in pod.RequiredAffinity)
        {
            if (!node.Node.Metadata.Labels.TryGetValue(term.TopologyKey, out var place))
            {
                return false;
            }

            podsExist &= counts.Affinity.GetValueOrDefault((term.TopologyKey, place)) > 0;
        }

        // The first pod of a group that wants to be together may start one.
        return podsExist || (counts.Affinity.Count == 0 && Array.TrueForAll(pod.RequiredAffinity, term => term.Matches(pod, counts.NamespaceLabels)));
    }

    /// <summary>Matching pods by place: a topology key and its value.</summary>
    private sealed class Counts(IClusterObjects objects) : ICloneable
    {
        public Dictionary<(string Key, string Place), int> Existing { get; private init; } = [];

        public Dictionary<(string Key, string Place), int> Affinity { get; private init; } = [];

        public Dictionary<(string Key, string Place), int> AntiAffinity { get; private init; } = [];

        public Func<string, Api.Machinery.ValueMap<string>> NamespaceLabels { get; } = objects.NamespaceLabels;

        public void Shift(PodInfo pod, PodInfo other, NodeInfo node, int by)
        {
            foreach (var term in other.RequiredAntiAffinity)
            {
                if (term.Matches(pod, NamespaceLabels))
                {
                    Count(Existing, term, node, by);
                }
            }

            if (pod.RequiredAffinity.Length > 0 && Array.TrueForAll(pod.RequiredAffinity, term => term.Matches(other, NamespaceLabels)))
            {
                foreach (var term in pod.RequiredAffinity)
                {
                    Count(Affinity, term, node, by);
                }
            }

            foreach (var term in pod.RequiredAntiAffinity)
            {
                if (term.Matches(other, NamespaceLabels))
                {
                    Count(AntiAffinity, term, node, by);
                }
            }
        }

        public object Clone() => new Counts(objects) { Existing = new(Existing), Affinity = new(Affinity), AntiAffinity = new(AntiAffinity) };

        private static void Count(Dictionary<(string Key, string Place), int> counts, AffinityTerm term, NodeInfo node, int by)
        {
            if (!node.Node.Metadata.Labels.TryGetValue(term.TopologyKey, out var place))
            {
                return;
            }

            var sum = counts.GetValueOrDefault((term.TopologyKey, place)) + by;
            if (sum == 0)
            {
                counts.Remove((term.TopologyKey, place));
            }
            else
            {
                counts[(term.TopologyKey, place)] = sum;
            }
        }
    }
}
