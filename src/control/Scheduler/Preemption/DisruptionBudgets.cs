using Cybernetes.Api.MetaV1;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Preemption;

/// <summary>Which victims disruption budgets would keep.</summary>
internal static class DisruptionBudgets
{
    /// <summary>Splits pods, in order, into those whose eviction breaks a budget and the others.</summary>
    public static (List<PodInfo> Violating, List<PodInfo> Free) Split(IEnumerable<PodInfo> pods, IClusterObjects objects)
    {
        var (violating, free) = (new List<PodInfo>(), new List<PodInfo>());
        var allowed = new Dictionary<PodDisruptionBudget, int>(ReferenceEqualityComparer.Instance);
        foreach (var pod in pods)
        {
            var broken = false;
            foreach (var budget in objects.DisruptionBudgets(pod.Namespace))
            {
                if (pod.Labels.IsEmpty || !Covers(budget, pod))
                {
                    continue;
                }

                allowed.TryAdd(budget, budget.Status.DisruptionsAllowed);
                broken |= --allowed[budget] < 0;
            }

            (broken ? violating : free).Add(pod);
        }

        return (violating, free);
    }

    private static bool Covers(PodDisruptionBudget budget, PodInfo pod)
    {
        var selector = budget.Spec.Selector.ToSelector();

        // A pod that is already being evicted has been counted by the budget's controller.
        return !selector.IsEmpty && selector.Matches(pod.Labels) && !budget.Status.DisruptedPods.ContainsKey(pod.Pod.Metadata.Name);
    }
}
