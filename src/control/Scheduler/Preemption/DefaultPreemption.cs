using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Preemption;

/// <summary>
/// Finds the node on which evicting the fewest and least important pods makes room. Pure: the caller evicts.
/// </summary>
public sealed class DefaultPreemption(Profile profile)
{
    private static readonly Verdict _noVictims = Verdict.Unresolvable(nameof(DefaultPreemption), "No preemption victims found for incoming pod");
    private static readonly Verdict _notHelpful = Verdict.Unresolvable(nameof(DefaultPreemption), "Preemption is not helpful for scheduling");

    /// <summary>Plans for a pod that fits no node; <paramref name="verdicts"/> say why, by node.</summary>
    public PreemptionOutcome Plan(CycleState state, PodInfo pod, ClusterView cluster, NominatedPods nominated, IReadOnlyDictionary<string, Verdict> verdicts)
    {
        if (NotEligible(pod, cluster, nominated, verdicts) is { } reason)
        {
            return new(null, reason);
        }

        var candidates = new List<PreemptionPlan>();
        var refusals = new List<Verdict>();
        foreach (var node in cluster.Nodes)
        {
            if (verdicts.TryGetValue(node.Name, out var verdict) && verdict.Code != VerdictCode.Unschedulable)
            {
                refusals.Add(_notHelpful);
                continue;
            }

            var (plan, refusal) = Try(state.Clone(), pod, node.Clone(), cluster, nominated);
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
            ? new(null, Diagnosis.Text(cluster.Nodes.Count, refusals))
            : new(CandidateOrder.Best(candidates), "");
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
    private (PreemptionPlan? Plan, Verdict Refusal) Try(CycleState state, PodInfo pod, NodeInfo node, ClusterView cluster, NominatedPods nominated)
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

        foreach (var victim in free)
        {
            if (!Reprieve(victim))
            {
                victims.Add(victim);
            }
        }

        return (new(node.Name, PodImportance.Sort(victims), violations), Verdict.Success);

        bool Reprieve(PodInfo victim)
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

        void Remove(PodInfo victim)
        {
            node.Remove(victim.Uid);
            foreach (var plugin in profile.PreFilters)
            {
                plugin.RemovePod(state, pod, victim, node);
            }
        }
    }
}
