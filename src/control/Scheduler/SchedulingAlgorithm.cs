using Cybernetes.Api.Machinery;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler;

/// <summary>
/// Where one pod goes: a pure function of the pod and the cluster, but for the choice among equally good nodes, which <paramref name="tieBreak"/> makes.
/// Steps: 1. prepare, 2. filter, 3. where nothing fits, preempt, 4. score, 5. choose.
/// </summary>
/// <param name="profile">The plugins.</param>
/// <param name="tieBreak">Given the nodes that share the best score, gives the one to take.</param>
public sealed class SchedulingAlgorithm(Profile profile, Func<IReadOnlyList<NodeInfo>, NodeInfo> tieBreak)
{
    private const string NoClaims = "no new claims to deallocate";

    /// <summary>Decides. <paramref name="nominated"/> are the pods that wait for victims to leave a node, by node.</summary>
    public SchedulingDecision Schedule(PodInfo pod, ClusterView cluster, NominatedPods nominated)
    {
        var total = cluster.Nodes.Count;
        if (total == 0)
        {
            return SchedulingDecision.Refused("no nodes available to schedule pods", []);
        }

        // 1. Prepare.
        var state = new CycleState();
        var (refusal, candidates) = Prepare(state, pod, cluster);
        if (refusal is not null)
        {
            var text = $"0/{total} nodes are available: {refusal.Message}.";
            return SchedulingDecision.Refused(WithPreemption(text, Preempt(state, pod, cluster, nominated, cluster.Nodes.ToDictionary(node => node.Name, _ => refusal), out var victims)), [refusal.Plugin], victims);
        }

        // 2. Filter.
        var verdicts = new Dictionary<string, Verdict>();
        var feasible = new List<NodeInfo>();
        foreach (var node in cluster.Nodes)
        {
            if (candidates is not null && !candidates.Contains(node.Name))
            {
                verdicts[node.Name] = Verdict.Unresolvable("NodeAffinity", "node(s) didn't satisfy plugin(s) [NodeAffinity]");
                continue;
            }

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

        // 3. Preempt.
        if (feasible.Count == 0)
        {
            var text = Diagnosis.Text(total, verdicts.Values);
            var plugins = verdicts.Values.Select(verdict => verdict.Plugin).Distinct();
            return SchedulingDecision.Refused(WithPreemption(text, Preempt(state, pod, cluster, nominated, verdicts, out var victims)), plugins, victims);
        }

        // 4. Score.
        var scores = feasible.Count == 1 ? [0] : Score(state, pod, cluster, feasible);

        // 5. Choose.
        var best = scores.Max();
        var ties = feasible.Where((_, i) => scores[i] == best).ToArray();
        return SchedulingDecision.Placed((ties.Length == 1 ? ties[0] : tieBreak(ties)).Name, verdicts.Count + feasible.Count, feasible.Count);
    }

    private static string WithPreemption(string text, string outcome) => outcome.Length == 0 ? text : $"{text} {outcome}";

    private (Verdict? Refusal, IReadOnlySet<string>? Nodes) Prepare(CycleState state, PodInfo pod, ClusterView cluster)
    {
        HashSet<string>? nodes = null;
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
                if (nodes is null)
                {
                    nodes = [.. result.Nodes];
                }
                else
                {
                    nodes.IntersectWith(result.Nodes);
                }
            }
        }

        return (null, nodes);
    }

    private string Preempt(CycleState state, PodInfo pod, ClusterView cluster, NominatedPods nominated, Dictionary<string, Verdict> verdicts, out PreemptionPlan? plan)
    {
        plan = null;
        var outcome = new DefaultPreemption(profile).Plan(state, pod, cluster, nominated, verdicts);
        plan = outcome.Plan;
        return plan is not null ? "" : $"{NoClaims}, preemption: {outcome.Message}";
    }

    private long[] Score(CycleState state, PodInfo pod, ClusterView cluster, List<NodeInfo> feasible)
    {
        foreach (var plugin in profile.PreScores)
        {
            if (plugin.PreScore(state, pod, cluster, feasible).Code == VerdictCode.Skip)
            {
                state.SkippedScores.Add(plugin.Name);
            }
        }

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

        return totals;
    }
}
