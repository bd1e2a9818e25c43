using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Preemption;

/// <summary>Whom to evict where.</summary>
/// <param name="Node">The node that will have room.</param>
/// <param name="Victims">The pods to evict, most important first.</param>
/// <param name="BudgetViolations">How many of them their disruption budgets would have kept.</param>
public sealed record PreemptionPlan(string Node, IReadOnlyList<PodInfo> Victims, int BudgetViolations);

/// <summary>What trying to make room gave: plans, the best first, or why there are none in upstream's words.</summary>
public sealed record PreemptionOutcome(IReadOnlyList<PreemptionPlan> Plans, string Message)
{
    /// <summary>No room can be made.</summary>
    public static PreemptionOutcome None(string message) => new([], message);
}
