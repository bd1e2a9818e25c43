using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Preemption;

/// <summary>
/// Finds the node on which evicting the fewest and least important pods makes room. Pure: the caller evicts.
/// </summary>
/// <param name="minCandidatePercentage">Of the nodes, at least this percentage is tried...</param>
/// <param name="minCandidates">...and at least this many.</param>
/// <param name="random">Where to begin, in clusters in which not all nodes are tried.</param>
public sealed class DefaultPreemption(int minCandidatePercentage = 10, int minCandidates = 100, Random? random = null) : IPostFilterPlugin
{
    private static readonly Verdict _noVictims = Verdict.Unresolvable(nameof(DefaultPreemption), "No preemption victims found for incoming pod");
    private static readonly Verdict _notHelpful = Verdict.Unresolvable(nameof(DefaultPreemption), "Preemption is not helpful for scheduling");

    /// <inheritdoc/>
    public string Name => nameof(DefaultPreemption);

    /// <inheritdoc/>
    public PreemptionOutcome PostFilter(PostFilterInput input)
    {
        var (profile, pod, cluster, nominated, verdicts) = (input.Profile, input.Pod, input.Cluster, input.Nominated, input.Verdicts);
        if (NotEligible(pod, cluster, nominated, verdicts) is { } reason)
        {
            return PreemptionOutcome.None("preemption: " + reason);
        }

        var refusals = new List<Verdict>();
        var potential = new List<NodeInfo>();
        foreach (var node in cluster.Nodes)
        {
            if (verdicts.TryGetValue(node.Name, out var verdict) && verdict.Code != VerdictCode.Unschedulable)
            {
                refusals.Add(_notHelpful);
            }
            else
            {
                potential.Add(node);
            }
        }

        var enough = Math.Min(potential.Count, Math.Max(minCandidates, (int)((long)potential.Count * minCandidatePercentage / 100)));
        var first = enough < potential.Count ? (random ?? Random.Shared).Next(potential.Count) : 0;
        var candidates = new List<PreemptionPlan>();
        for (var i = 0; i < potential.Count && candidates.Count < enough; i++)
        {
            var node = potential[(first + i) % potential.Count];
            var (plan, refusal) = new Trial(profile, input.State.Clone(), pod, node.Clone(), cluster, nominated).Run();
            if (plan is not null)
            {
                candidates.Add(plan);
            }
            else
            {
                refusals.Add(refusal);
            }
        }

        return candidates.Count == 0
            ? PreemptionOutcome.None("preemption: " + Diagnosis.Text(cluster.Nodes.Count, refusals))
            : new(CandidateOrder.Sort(candidates), "");
    }

    private static string? NotEligible(PodInfo pod, ClusterView cluster, NominatedPods nominated, IReadOnlyDictionary<string, Verdict> verdicts)
    {
        if (pod.Pod.Spec.PreemptionPolicy == "Never")
        {
            return "not eligible due to preemptionPolicy=Never.";
        }

        var waitsFor = nominated.NodeOf(pod.Uid) ?? pod.Pod.Status.NominatedNodeName;
        if (string.IsNullOrEmpty(waitsFor) || (verdicts.TryGetValue(waitsFor, out var verdict) && verdict.Code == VerdictCode.Unresolvable))
        {
            return null;
        }

        var victimsLeaving = cluster.Nodes.FirstOrDefault(node => node.Name == waitsFor)?.Pods.Any(other => other.IsTerminating && other.Priority < pod.Priority) ?? false;
        return victimsLeaving ? "not eligible due to a terminating pod on the nominated node." : null;
    }

    /// <summary>Evicts all less important pods in thought, then takes back each that still fits, the most important first.</summary>
    private sealed class Trial(Profile profile, CycleState state, PodInfo pod, NodeInfo node, ClusterView cluster, NominatedPods nominated)
    {
        public (PreemptionPlan? Plan, Verdict Refusal) Run()
        {
            var potential = node.Pods.Where(other => other.Priority < pod.Priority).ToList();
            if (potential.Count == 0)
            {
                return (null, _noVictims);
            }

            foreach (var victim in potential)
            {
                Remove(victim);
            }

            var verdict = FilterRunner.Run(profile, state, pod, node, nominated);
            if (!verdict.IsSuccess)
            {
                return (null, verdict);
            }

            var (violating, free) = DisruptionBudgets.Split(PodImportance.Sort(potential), cluster.Objects);
            var victims = new List<PodInfo>();
            var violations = 0;
            foreach (var victim in violating)
            {
                if (!Reprieve(victim))
                {
                    victims.Add(victim);
                    violations++;
                }
            }

            victims.AddRange(free.Where(victim => !Reprieve(victim)));
            return (new(node.Name, PodImportance.Sort(victims), violations), Verdict.Success);
        }

        private bool Reprieve(PodInfo victim)
        {
            node.Add(victim);
            foreach (var plugin in profile.PreFilters)
            {
                plugin.AddPod(state, pod, victim, node);
            }

            if (FilterRunner.Run(profile, state, pod, node, nominated).IsSuccess)
            {
                return true;
            }

            Remove(victim);
            return false;
        }

        private void Remove(PodInfo victim)
        {
            node.Remove(victim.Uid);
            foreach (var plugin in profile.PreFilters)
            {
                plugin.RemovePod(state, pod, victim, node);
            }
        }
    }
}
