using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Preemption;

/// <summary>Whom to evict where.</summary>
/// <param name="Node">The node that will have room.</param>
/// <param name="Victims">The pods to evict, most important first.</param>
/// <param name="BudgetViolations">How many of them their disruption budgets would have kept.</param>
public sealed record PreemptionPlan(string Node, IReadOnlyList<PodInfo> Victims, int BudgetViolations);

/// <summary>What trying to preempt gave: a plan, or why there is none in upstream's words.</summary>
public readonly record struct PreemptionOutcome(PreemptionPlan? Plan, string Message);
