using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.PolicyV1;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Disruption;

/// <summary>What a disruption budget allows. Pure.</summary>
public static class DisruptionDecision
{
    /// <summary>How long an eviction that was granted is expected to take at most.</summary>
    public static TimeSpan DeletionTimeout { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether the number of pods must be asked of the pods' controllers.</summary>
    public static bool NeedsScale(PodDisruptionBudget budget) =>
        budget.Spec.MaxUnavailable is not null || budget.Spec.MinAvailable is { IsString: true };

    /// <summary>The status of a budget.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="pods">The pods it selects.</param>
    /// <param name="scale">How many pods their controllers want.</param>
    /// <param name="now">The time.</param>
    public static PodDisruptionBudgetStatus Status(PodDisruptionBudget budget, IReadOnlyCollection<Pod> pods, int scale, DateTimeOffset now)
    {
        var (expected, desired) = Expect(budget, pods.Count, scale);
        var disrupted = Disrupted(budget, pods, now);
        var healthy = pods.Count(pod => !pod.IsDeleting() && pod.IsReady() && !disrupted.ContainsKey(pod.Metadata.Name));
        var allowed = expected <= 0 ? 0 : Math.Max(0, healthy - desired);
        return budget.Status with
        {
            CurrentHealthy = healthy,
            DesiredHealthy = desired,
            ExpectedPods = expected,
            DisruptionsAllowed = allowed,
            DisruptedPods = disrupted,
            ObservedGeneration = budget.Metadata.Generation,
            Conditions = budget.Status.Conditions.Set(
                new Api.MetaV1.Condition
                {
                    Type = "DisruptionAllowed",
                    Status = allowed > 0 ? "True" : "False",
                    Reason = allowed > 0 ? "SufficientPods" : "InsufficientPods",
                    ObservedGeneration = budget.Metadata.Generation,
                },
                now),
        };
    }

    /// <summary>How many pods there should be, and how many of them must be healthy.</summary>
    public static (int Expected, int Desired) Expect(PodDisruptionBudget budget, int pods, int scale)
    {
        if (budget.Spec.MaxUnavailable is { } most)
        {
            most.TryScale(scale, roundUp: true, out var unavailable);
            return (scale, Math.Max(0, scale - unavailable));
        }

        if (budget.Spec.MinAvailable is { } least)
        {
            var expected = least.IsString ? scale : pods;
            least.TryScale(expected, roundUp: true, out var available);
            return (expected, available);
        }

        return (pods, 0);
    }

    // Pods whose eviction was granted and whose deletion has not been seen yet.
    private static ValueMap<Time> Disrupted(PodDisruptionBudget budget, IReadOnlyCollection<Pod> pods, DateTimeOffset now)
    {
        var living = pods.Where(pod => !pod.IsDeleting()).Select(pod => pod.Metadata.Name).ToHashSet(StringComparer.Ordinal);
        var kept = budget.Status.DisruptedPods.Where(entry => living.Contains(entry.Key) && entry.Value.Moment + DeletionTimeout > now).ToList();
        return kept.Count == 0 ? default : ValueMap.From(kept);
    }
}
