using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;
using Affinity = Cybernetes.Api.CoreV1.NodeAffinity;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Node selectors and node affinity, and the affinity that a profile adds to all its pods.</summary>
/// <param name="added">The profile's own affinity.</param>
public sealed class NodeAffinity(Affinity? added = null) : IPreFilterPlugin, IFilterPlugin, IPreScorePlugin, IScorePlugin, IQueueingHints
{
    private static readonly Verdict _mismatch = Verdict.Unresolvable(nameof(NodeAffinity), "node(s) didn't match Pod's node affinity/selector");
    private static readonly Verdict _enforced = Verdict.Unresolvable(nameof(NodeAffinity), "node(s) didn't match scheduler-enforced node affinity");
    private readonly NodeSelector? _addedRequired = added?.RequiredDuringSchedulingIgnoredDuringExecution;
    private readonly PreferredSchedulingTerm[] _addedPreferred = [.. added?.PreferredDuringSchedulingIgnoredDuringExecution ?? []];

    /// <inheritdoc/>
    public string Name => nameof(NodeAffinity);

    /// <inheritdoc/>
    public bool MayHelp(PodInfo pod, ClusterChange change) => change.Is(ClusterEvent.NodeAdded | ClusterEvent.NodeLabels)
        && (change.Node is null || Filter(new CycleState(), pod, change.Node).IsSuccess);

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster)
    {
        var required = pod.Pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        if (required is null)
        {
            return pod.Pod.Spec.NodeSelector.IsEmpty && _addedRequired is null ? PreFilterResult.Skip : PreFilterResult.Success;
        }

        HashSet<string>? names = null;
        foreach (var term in required.NodeSelectorTerms.Span)
        {
            if (NamesOf(term) is not { } termNames)
            {
                // Terms are alternatives: one that does not name nodes leaves all nodes in question.
                return PreFilterResult.Success;
            }

            (names ??= []).UnionWith(termNames);
        }

        return names switch
        {
            null => PreFilterResult.Success,
            { Count: 0 } => new(Verdict.Unresolvable(Name, "pod affinity terms conflict")),
            _ => new(Verdict.Success, names),
        };
    }

    /// <inheritdoc/>
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node) =>
        _addedRequired is not null && !NodeSelectors.Matches(_addedRequired, node.Node) ? _enforced
        : NodeSelectors.Accepts(pod.Pod.Spec, node.Node) ? Verdict.Success : _mismatch;

    /// <inheritdoc/>
    public Verdict PreScore(CycleState state, PodInfo pod, ClusterView cluster, IReadOnlyList<NodeInfo> feasible) =>
        _addedPreferred.Length == 0 && (pod.Pod.Spec.Affinity?.NodeAffinity?.PreferredDuringSchedulingIgnoredDuringExecution.IsEmpty ?? true) ? Verdict.Skip : Verdict.Success;

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node) =>
        Sum(_addedPreferred, node) + Sum((pod.Pod.Spec.Affinity?.NodeAffinity?.PreferredDuringSchedulingIgnoredDuringExecution ?? []).Span, node);

    /// <inheritdoc/>
    public void Normalize(CycleState state, PodInfo pod, Span<long> scores, IReadOnlyList<NodeInfo> nodes) => ScoreNormalizer.Normalize(scores, reverse: false);

    private static long Sum(ReadOnlySpan<PreferredSchedulingTerm> terms, NodeInfo node)
    {
        long sum = 0;
        foreach (var term in terms)
        {
            if (term.Weight != 0 && NodeSelectors.Matches(term.Preference, node.Node))
            {
                sum += term.Weight;
            }
        }

        return sum;
    }

    /// <summary>The node names that a term's fields allow; null where the term does not name nodes.</summary>
    private static HashSet<string>? NamesOf(NodeSelectorTerm term)
    {
        HashSet<string>? names = null;
        foreach (var field in term.MatchFields.Span)
        {
            if (field is not { Key: "metadata.name", Operator: "In" })
            {
                continue;
            }

            if (names is null)
            {
                names = [.. field.Values];
            }
            else
            {
                names.IntersectWith(field.Values);
            }
        }

        return names;
    }
}
