using System.Diagnostics;
using Cybernetes.Scheduler.Extenders;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler;

/// <summary>
/// Where one pod goes: a function of the pod and the cluster, but for the choice among equally good nodes, which <paramref name="tieBreak"/> makes, and for
/// where the search begins in clusters so large that not all nodes are looked at. Owned by one scheduling loop.
/// Steps: 1. prepare, 2. filter, 3. where nothing fits, preempt, 4. score, 5. choose.
/// </summary>
/// <param name="profile">The plugins.</param>
/// <param name="tieBreak">Given the nodes that share the best score, gives the one to take.</param>
/// <param name="sampling">How many of the nodes are looked for.</param>
/// <param name="extenders">Servers that are asked beside the plugins.</param>
/// <param name="timed">Told how long each extension point took, and whether it ended well.</param>
public sealed class SchedulingAlgorithm(
    Profile profile,
    Func<IReadOnlyList<NodeInfo>, NodeInfo> tieBreak,
    NodeSampling? sampling = null,
    IReadOnlyList<IExtender>? extenders = null,
    Action<string, long, bool>? timed = null)
{
    private readonly ExtenderRound _extenders = new(extenders ?? []);
    private readonly NodeSampling _sampling = sampling ?? new NodeSampling(profile.PercentageOfNodesToScore ?? 0);

    /// <summary>The plugins.</summary>
    public Profile Profile => profile;

    /// <summary>Decides. <paramref name="nominated"/> are the pods that wait for victims to leave a node, by node.</summary>
    public async ValueTask<SchedulingDecision> ScheduleAsync(PodInfo pod, ClusterView cluster, NominatedPods nominated, CancellationToken cancellationToken = default)
    {
        var total = cluster.Nodes.Count;
        if (total == 0)
        {
            return SchedulingDecision.Refused("no nodes available to schedule pods", []);
        }

        // 1. Prepare.
        var state = new CycleState();
        var started = Stopwatch.GetTimestamp();
        var (refusal, candidates) = Prepare(state, pod, cluster);
        timed?.Invoke("PreFilter", started, refusal is null);
        if (refusal is { Code: VerdictCode.Error })
        {
            return SchedulingDecision.Failed(refusal.Message);
        }

        if (refusal is not null)
        {
            var everywhere = cluster.Nodes.ToDictionary(node => node.Name, _ => refusal);
            return await MakeRoomAsync(state, pod, cluster, nominated, everywhere, $"0/{total} nodes are available: {refusal.Message}.", [refusal.Plugin], cancellationToken).ConfigureAwait(false);
        }

        // 2. Filter.
        started = Stopwatch.GetTimestamp();
        var verdicts = new Dictionary<string, Verdict>();
        var feasible = Nominated(state, pod, cluster, nominated, candidates) ?? Filter(state, pod, cluster, nominated, candidates, verdicts);
        timed?.Invoke("Filter", started, feasible.Count > 0);
        var fitting = feasible.Count;
        feasible = await _extenders.FilterAsync(pod.Pod, feasible, verdicts, cancellationToken).ConfigureAwait(false);

        // 3. Preempt.
        if (feasible.Count == 0)
        {
            var plugins = verdicts.Values.Select(verdict => verdict.Plugin).Distinct();
            return await MakeRoomAsync(state, pod, cluster, nominated, verdicts, Diagnosis.Text(total, verdicts.Values), plugins, cancellationToken).ConfigureAwait(false);
        }

        // 4. Score.
        if (feasible.Count == 1)
        {
            return SchedulingDecision.Placed(feasible[0].Name, verdicts.Count + fitting, 1, state);
        }

        var scores = Score(state, pod, cluster, feasible);
        await _extenders.PrioritizeAsync(pod.Pod, feasible, scores, cancellationToken).ConfigureAwait(false);

        // 5. Choose.
        var best = scores.Max();
        var ties = new List<NodeInfo>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] == best)
            {
                ties.Add(feasible[i]);
            }
        }

        return SchedulingDecision.Placed((ties.Count == 1 ? ties[0] : tieBreak(ties)).Name, verdicts.Count + fitting, feasible.Count, state);
    }

    /// <summary>The verdict of every filter on every node, the refusals of the first step among them: for people who ask why.</summary>
    public IReadOnlyList<(NodeInfo Node, IReadOnlyList<Verdict> Refusals)> Explain(PodInfo pod, ClusterView cluster)
    {
        var state = new CycleState();
        var general = new List<Verdict>();
        IReadOnlySet<string>? only = null;
        foreach (var plugin in profile.PreFilters)
        {
            var result = plugin.PreFilter(state, pod, cluster);
            if (result.Verdict.Code == VerdictCode.Success)
            {
                only = result.Nodes ?? only;
                continue;
            }

            state.SkippedFilters.Add(plugin.Name);
            if (result.Verdict.Code != VerdictCode.Skip)
            {
                general.Add(result.Verdict);
            }
        }

        return [.. cluster.Nodes.Select(node => (node, (IReadOnlyList<Verdict>)[.. general, .. profile.Filters
            .Where(filter => !state.SkippedFilters.Contains(filter.Name))
            .Select(filter => filter.Filter(state, pod, node))
            .Where(verdict => !verdict.IsSuccess)]))];
    }

    private (Verdict? Refusal, Preselection? Nodes) Prepare(CycleState state, PodInfo pod, ClusterView cluster)
    {
        Preselection? selected = null;
        foreach (var plugin in profile.PreFilters)
        {
            var result = plugin.PreFilter(state, pod, cluster);
            if (result.Verdict.Code == VerdictCode.Skip)
            {
                state.SkippedFilters.Add(plugin.Name);
                continue;
            }

            if (!result.Verdict.IsSuccess)
            {
                return (result.Verdict, null);
            }

            if (result.Nodes is not null)
            {
                selected = selected is null ? new([.. result.Nodes], [plugin.Name]) : selected.And(result.Nodes, plugin.Name);
                if (selected.Nodes.Count == 0)
                {
                    return (Verdict.Unresolvable(plugin.Name, selected.Conflict), null);
                }
            }
        }

        return (null, selected);
    }

    /// <summary>The node that was cleared for this pod, where it fits there now.</summary>
    private List<NodeInfo>? Nominated(CycleState state, PodInfo pod, ClusterView cluster, NominatedPods nominated, Preselection? candidates)
    {
        var name = nominated.NodeOf(pod.Uid) ?? pod.Pod.Status.NominatedNodeName;
        if (string.IsNullOrEmpty(name) || (candidates is not null && !candidates.Nodes.Contains(name)))
        {
            return null;
        }

        var node = cluster.Find(name);
        return node is not null && FilterRunner.Run(profile, state, pod, node, nominated).IsSuccess ? [node] : null;
    }

    private List<NodeInfo> Filter(CycleState state, PodInfo pod, ClusterView cluster, NominatedPods nominated, Preselection? candidates, Dictionary<string, Verdict> verdicts)
    {
        var nodes = cluster.Nodes;
        var feasible = new List<NodeInfo>();
        if (candidates is not null)
        {
            foreach (var node in nodes)
            {
                if (!candidates.Nodes.Contains(node.Name))
                {
                    verdicts[node.Name] = candidates.Refusal;
                    continue;
                }

                Judge(node);
            }

            return feasible;
        }

        var wanted = _extenders.Filters ? nodes.Count : _sampling.Wanted(nodes.Count);
        var first = wanted < nodes.Count ? _sampling.First % nodes.Count : 0;
        var looked = 0;
        for (; looked < nodes.Count && feasible.Count < wanted; looked++)
        {
            Judge(nodes[(first + looked) % nodes.Count]);
        }

        _sampling.First = (first + looked) % nodes.Count;
        return feasible;

        void Judge(NodeInfo node)
        {
            var verdict = FilterRunner.Run(profile, state, pod, node, nominated);
            if (verdict.IsSuccess)
            {
                feasible.Add(node);
            }
            else
            {
                verdicts[node.Name] = verdict;
            }
        }
    }

    private async ValueTask<SchedulingDecision> MakeRoomAsync(
        CycleState state, PodInfo pod, ClusterView cluster, NominatedPods nominated, IReadOnlyDictionary<string, Verdict> verdicts, string text, IEnumerable<string> plugins, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var input = new PostFilterInput(profile, state, pod, cluster, nominated, verdicts);
        var messages = new List<string>();
        foreach (var plugin in profile.PostFilters)
        {
            var outcome = plugin.PostFilter(input);
            var plans = await _extenders.PreemptAsync(pod.Pod, outcome.Plans, cancellationToken).ConfigureAwait(false);
            if (plans.Count > 0)
            {
                timed?.Invoke("PostFilter", started, true);
                return SchedulingDecision.Refused(text, plugins, plans[0]);
            }

            if (outcome.Message.Length > 0)
            {
                messages.Add(outcome.Message);
            }
        }

        timed?.Invoke("PostFilter", started, false);
        return SchedulingDecision.Refused(messages.Count == 0 ? text : $"{text} {string.Join(", ", messages)}", plugins);
    }

    private long[] Score(CycleState state, PodInfo pod, ClusterView cluster, List<NodeInfo> feasible)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var plugin in profile.PreScores)
        {
            if (plugin.PreScore(state, pod, cluster, feasible).Code == VerdictCode.Skip)
            {
                state.SkippedScores.Add(plugin.Name);
            }
        }

        timed?.Invoke("PreScore", started, true);
        started = Stopwatch.GetTimestamp();
        var totals = new long[feasible.Count];
        var scores = new long[feasible.Count];
        foreach (var (plugin, weight) in profile.Scores)
        {
            if (weight == 0 || state.SkippedScores.Contains(plugin.Name))
            {
                continue;
            }

            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = plugin.Score(state, pod, feasible[i]);
            }

            plugin.Normalize(state, pod, scores, feasible);
            for (var i = 0; i < scores.Length; i++)
            {
                totals[i] += scores[i] * weight;
            }
        }

        timed?.Invoke("Score", started, true);
        return totals;
    }

    /// <summary>The nodes that the first step left over, and who narrowed them down.</summary>
    private sealed record Preselection(HashSet<string> Nodes, List<string> Plugins)
    {
        public Verdict Refusal { get; } = Verdict.Unresolvable(Plugins[0], $"node(s) didn't satisfy plugin(s) [{string.Join(' ', Plugins)}]");

        public string Conflict => Plugins.Count == 1
            ? $"node(s) didn't satisfy plugin {Plugins[0]}"
            : $"node(s) didn't satisfy plugin(s) [{string.Join(' ', Plugins)}] simultaneously";

        public Preselection And(IReadOnlySet<string> nodes, string plugin)
        {
            var both = new HashSet<string>(Nodes);
            both.IntersectWith(nodes);
            return new(both, [.. Plugins.Append(plugin).Order(StringComparer.Ordinal)]);
        }
    }
}
