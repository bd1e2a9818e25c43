using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Preemption;

/// <summary>Upstream's order among candidate nodes.</summary>
internal static class CandidateOrder
{
    /// <summary>
    /// Best first: the plan with the fewest broken budgets; then the least important most important victim; then the lowest sum of priorities; then the
    /// fewest victims; then the latest start of the most important victims; then the first.
    /// </summary>
    public static IReadOnlyList<PreemptionPlan> Sort(IReadOnlyList<PreemptionPlan> plans) => [.. plans
        .OrderBy(plan => plan.BudgetViolations)
        .ThenBy(plan => plan.Victims.Count == 0 ? long.MinValue : plan.Victims[0].Priority)
        .ThenBy(plan => plan.Victims.Sum(victim => (long)victim.Priority + int.MaxValue + 1))
        .ThenBy(plan => plan.Victims.Count)
        .ThenByDescending(EarliestStart)];

    private static DateTimeOffset EarliestStart(PreemptionPlan plan)
    {
        if (plan.Victims.Count == 0)
        {
            return DateTimeOffset.MaxValue;
        }

        var highest = plan.Victims[0].Priority;
        return plan.Victims.Where(victim => victim.Priority == highest).Min(PodImportance.StartOf);
    }
}
