using Cybernetes.Api.CoreV1;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Spreads pods over places: refuses by DoNotSchedule constraints (KEP-895).</summary>
/// <param name="defaults">Constraints of pods without constraints of their own; null for upstream's own defaults, which only score.</param>
public sealed partial class PodTopologySpread(IReadOnlyList<TopologySpreadConstraint>? defaults = null) : IPreFilterPlugin, IFilterPlugin, IPreScorePlugin, IScorePlugin, IQueueingHints
{
    private const string FilterKey = "PodTopologySpread/filter";
    private static readonly Verdict _missingLabel = Verdict.Unresolvable(nameof(PodTopologySpread), "node(s) didn't match pod topology spread constraints (missing required label)");
    private static readonly Verdict _skewed = Verdict.Unschedulable(nameof(PodTopologySpread), "node(s) didn't match pod topology spread constraints");

    /// <inheritdoc/>
    public string Name => nameof(PodTopologySpread);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.NodeAdded | ClusterEvent.NodeLabels | ClusterEvent.NodeTaints)
        || (change.Is(ClusterEvent.AnyAssignedPod) && (change.Pod is null || change.Pod.Metadata.Namespace == pod.Namespace));

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster)
    {
        var constraints = SpreadConstraint.Of(pod.Pod, "DoNotSchedule");
        if (defaults is { Count: > 0 } && pod.Pod.Spec.TopologySpreadConstraints.IsEmpty && cluster.Objects.OwnerSelector(pod.Pod) is { } owner)
        {
            constraints = SpreadConstraint.Of(pod.Pod, defaults, "DoNotSchedule", owner);
        }

        if (constraints.Length == 0)
        {
            return PreFilterResult.Skip;
        }

        var counts = new Counts(constraints);
        foreach (var node in cluster.Nodes)
        {
            var labels = node.Node.Metadata.Labels;
            if (!Array.TrueForAll(constraints, constraint => labels.ContainsKey(constraint.TopologyKey)))
            {
                continue;
            }

            for (var i = 0; i < constraints.Length; i++)
            {
                if (constraints[i].Includes(pod.Pod, node.Node))
                {
                    counts.Add(i, labels[constraints[i].TopologyKey], constraints[i].Count(node, pod.Namespace));
                }
            }
        }

        state.Set(FilterKey, counts);
        return PreFilterResult.Success;
    }

    /// <inheritdoc/>
    public void AddPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node) => Shift(state, pod, added, node, 1);

    /// <inheritdoc/>
    public void RemovePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node) => Shift(state, pod, removed, node, -1);

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node)
    {
        var counts = state.Get<Counts>(FilterKey);
        for (var i = 0; i < counts.Constraints.Length; i++)
        {
            var constraint = counts.Constraints[i];
            if (!node.Node.Metadata.Labels.TryGetValue(constraint.TopologyKey, out var place))
            {
                return _missingLabel;
            }

            var self = constraint.Selector.Matches(pod.Labels) ? 1 : 0;
            if (counts.Of(i, place) + self - counts.Least(i) > constraint.MaxSkew)
            {
                return _skewed;
            }
        }

        return Verdict.Success;
    }

    private static void Shift(CycleState state, PodInfo pod, PodInfo other, NodeInfo node, int by)
    {
        if (other.Namespace != pod.Namespace || !state.TryGet<Counts>(FilterKey, out var counts))
        {
            return;
        }

        var labels = node.Node.Metadata.Labels;
        if (!Array.TrueForAll(counts.Constraints, constraint => labels.ContainsKey(constraint.TopologyKey)))
        {
            return;
        }

        for (var i = 0; i < counts.Constraints.Length; i++)
        {
            if (counts.Constraints[i].Selector.Matches(other.Labels) && counts.Constraints[i].Includes(pod.Pod, node.Node))
            {
                counts.Add(i, labels[counts.Constraints[i].TopologyKey], by);
            }
        }
    }

    /// <summary>Matching pods per constraint and place.</summary>
    private sealed class Counts(SpreadConstraint[] constraints) : ICloneable
    {
        private readonly Dictionary<string, int>[] _places = [.. constraints.Select(_ => new Dictionary<string, int>())];

        public SpreadConstraint[] Constraints => constraints;

        public void Add(int constraint, string place, int count) => _places[constraint][place] = _places[constraint].GetValueOrDefault(place) + count;

        public int Of(int constraint, string place) => _places[constraint].GetValueOrDefault(place);

        /// <summary>The count of the emptiest place; 0 while there are fewer places than the constraint asks for.</summary>
        public int Least(int constraint)
        {
            var places = _places[constraint];
            return places.Count == 0 || places.Count < constraints[constraint].MinDomains ? 0 : places.Values.Min();
        }

        public object Clone()
        {
            var copy = new Counts(constraints);
            for (var i = 0; i < _places.Length; i++)
            {
                foreach (var (place, count) in _places[i])
                {
                    copy._places[i][place] = count;
                }
            }

            return copy;
        }
    }
}
