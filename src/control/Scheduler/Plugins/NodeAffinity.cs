using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Node selectors and node affinity.</summary>
public sealed class NodeAffinity : IPreFilterPlugin, IFilterPlugin, IPreScorePlugin, IScorePlugin
{
    private static readonly Verdict _mismatch = Verdict.Unresolvable(nameof(NodeAffinity), "node(s) didn't match Pod's node affinity/selector");

    /// <inheritdoc/>
    public string Name => nameof(NodeAffinity);

    /// <inheritdoc/>
    public PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster)
    {
        var required = pod.Pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        if (required is null)
        {
            return pod.Pod.Spec.NodeSelector.IsEmpty ? PreFilterResult.Skip : PreFilterResult.Success;
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
    public Verdict Filter(CycleState state, PodInfo pod, NodeInfo node) => NodeSelectors.Accepts(pod.Pod, node.Node) ? Verdict.Success : _mismatch;

    /// <inheritdoc/>
    public Verdict PreScore(CycleState state, PodInfo pod, ClusterView cluster, IReadOnlyList<NodeInfo> feasible) =>
        pod.Pod.Spec.Affinity?.NodeAffinity?.PreferredDuringSchedulingIgnoredDuringExecution.IsEmpty ?? true ? Verdict.Skip : Verdict.Success;

    /// <inheritdoc/>
    public long Score(CycleState state, PodInfo pod, NodeInfo node)
    {
        long score = 0;
        foreach (var term in pod.Pod.Spec.Affinity!.NodeAffinity!.PreferredDuringSchedulingIgnoredDuringExecution.Span)
        {
            if (term.Weight != 0 && NodeSelectors.Matches(term.Preference, node.Node))
            {
                score += term.Weight;
            }
        }

        return score;
    }

    /// <inheritdoc/>
    public void Normalize(CycleState state, PodInfo pod, Span<long> scores, IReadOnlyList<NodeInfo> nodes) => ScoreNormalizer.Normalize(scores, reverse: false);

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
