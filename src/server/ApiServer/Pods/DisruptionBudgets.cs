using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.PolicyV1;
using Cybernetes.ApiServer.Errors;

namespace Cybernetes.ApiServer.Pods;

/// <summary>What a disruption budget says to an eviction. Pure.</summary>
internal static class DisruptionBudgets
{
    // The controller has not seen so many evictions yet: something is wrong with it.
    private const int MaxUnseen = 2000;

    /// <summary>Whether the budget does not count this pod: one that is not healthy, by the budget's policy.</summary>
    public static bool IsIgnored(PodDisruptionBudget budget, Pod pod)
    {
        if (IsReady(pod))
        {
            return false;
        }

        return budget.Spec.UnhealthyPodEvictionPolicy == "AlwaysAllow"
            || (budget.Status.CurrentHealthy >= budget.Status.DesiredHealthy && budget.Status.DesiredHealthy > 0);
    }

    /// <summary>The budget with one disruption less.</summary>
    /// <exception cref="ApiException">There is none left, or nobody knows.</exception>
    public static PodDisruptionBudget Spend(PodDisruptionBudget budget, string pod, Time now)
    {
        var status = budget.Status;
        if (status.ObservedGeneration < budget.Metadata.Generation)
        {
            throw ApiErrors.TooManyRequests(
                "Cannot evict pod as it would violate the pod's disruption budget.", 10,
                new StatusCause { Reason = "DisruptionBudget", Message = $"The disruption budget {budget.Metadata.Name} is still being processed by the server." });
        }

        if (status.DisruptionsAllowed < 0)
        {
            throw ApiErrors.Forbidden(new GroupResource("policy", "poddisruptionbudget"), budget.Metadata.Name, "pdb disruptions allowed is negative");
        }

        if (status.DisruptedPods.Count > MaxUnseen)
        {
            throw ApiErrors.Forbidden(new GroupResource("policy", "poddisruptionbudget"), budget.Metadata.Name, "DisruptedPods map too big - too many evictions not confirmed by PDB controller");
        }

        if (status.DisruptionsAllowed == 0)
        {
            throw ApiErrors.TooManyRequests("Cannot evict pod as it would violate the pod's disruption budget.", 0, new StatusCause
            {
                Reason = "DisruptionBudget",
                Message = $"The disruption budget {budget.Metadata.Name} needs {status.DesiredHealthy} healthy pods and has {status.CurrentHealthy} currently",
            });
        }

        return budget with
        {
            Status = status with { DisruptionsAllowed = status.DisruptionsAllowed - 1, DisruptedPods = status.DisruptedPods.With(pod, now) },
        };
    }

    private static bool IsReady(Pod pod) => pod.Status.Conditions.Any(condition => condition is { Type: "Ready", Status: "True" });
}
