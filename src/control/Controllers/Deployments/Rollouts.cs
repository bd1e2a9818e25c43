using Cybernetes.Api.AppsV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.Deployments;

/// <summary>The arithmetic of rollouts: how many pods each ReplicaSet of a Deployment shall have. Pure.</summary>
public static class Rollouts
{
    /// <summary>The pods wanted.</summary>
    public static int Wanted(Deployment deployment) => deployment.Spec.Replicas ?? 1;

    /// <summary>Whether old and new pods live side by side during a rollout.</summary>
    public static bool IsRolling(Deployment deployment) => deployment.Spec.Strategy.Type == "RollingUpdate";

    /// <summary>How many pods there may be beyond those wanted.</summary>
    public static int MaxSurge(Deployment deployment) => IsRolling(deployment) ? Fenceposts(deployment).Surge : 0;

    /// <summary>How many of the pods wanted may be unavailable.</summary>
    public static int MaxUnavailable(Deployment deployment) =>
        !IsRolling(deployment) || Wanted(deployment) == 0 ? 0 : Math.Min(Fenceposts(deployment).Unavailable, Wanted(deployment));

    /// <summary>How many pods of the wanted ones must be available.</summary>
    public static int MinAvailable(Deployment deployment) => IsRolling(deployment) ? Wanted(deployment) - MaxUnavailable(deployment) : 0;

    /// <summary>The sum of the pods that the ReplicaSets are to have.</summary>
    public static int SpecReplicas(IEnumerable<ReplicaSet> sets) => sets.Sum(set => set.Spec.Replicas ?? 0);

    /// <summary>How many pods the new ReplicaSet is to have now.</summary>
    public static int NewSize(Deployment deployment, IReadOnlyCollection<ReplicaSet> all, int current)
    {
        if (!IsRolling(deployment))
        {
            return Wanted(deployment);
        }

        var room = Wanted(deployment) + MaxSurge(deployment) - SpecReplicas(all);
        return room <= 0 ? current : current + Math.Min(room, Wanted(deployment) - current);
    }

    /// <summary>
    /// New sizes for old ReplicaSets while the new one grows: unhealthy pods go first, then as many healthy ones as availability allows.
    /// Empty where nothing may go.
    /// </summary>
    public static Dictionary<string, int> ScaleDownOld(Deployment deployment, IReadOnlyCollection<ReplicaSet> old, ReplicaSet @new)
    {
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        if (SpecReplicas(old) == 0)
        {
            return sizes;
        }

        var minAvailable = Wanted(deployment) - MaxUnavailable(deployment);
        var newUnavailable = (@new.Spec.Replicas ?? 0) - @new.Status.AvailableReplicas;
        var budget = SpecReplicas(old) + (@new.Spec.Replicas ?? 0) - minAvailable - newUnavailable;
        if (budget <= 0)
        {
            return sizes;
        }

        var oldestFirst = old.OrderBy(set => set.Metadata.CreationTimestamp).ThenBy(set => set.Metadata.Name, StringComparer.Ordinal).ToList();
        var gone = 0;
        foreach (var set in oldestFirst)
        {
            var size = set.Spec.Replicas ?? 0;
            var unhealthy = Math.Min(budget - gone, size - set.Status.AvailableReplicas);
            if (unhealthy > 0)
            {
                sizes[set.Metadata.Name] = size - unhealthy;
                gone += unhealthy;
            }
        }

        var spare = old.Sum(set => set.Status.AvailableReplicas) + @new.Status.AvailableReplicas - minAvailable;
        foreach (var set in oldestFirst)
        {
            var size = sizes.TryGetValue(set.Metadata.Name, out var cut) ? cut : set.Spec.Replicas ?? 0;
            var count = Math.Min(size, spare);
            if (count > 0)
            {
                sizes[set.Metadata.Name] = size - count;
                spare -= count;
            }
        }

        return sizes;
    }

    /// <summary>Sizes for the active ReplicaSets of a rollout whose Deployment was scaled: each keeps its share, the first takes what rounding left.</summary>
    public static Dictionary<string, int> Proportions(Deployment deployment, IEnumerable<ReplicaSet> active)
    {
        var sets = active.ToList();
        var allowed = Wanted(deployment) > 0 ? Wanted(deployment) + MaxSurge(deployment) : 0;
        var toAdd = allowed - SpecReplicas(sets);
        var ordered = toAdd > 0
            ? sets.OrderByDescending(set => set.Spec.Replicas ?? 0).ThenByDescending(set => set.Metadata.CreationTimestamp)
            : sets.OrderByDescending(set => set.Spec.Replicas ?? 0).ThenBy(set => set.Metadata.CreationTimestamp);
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        var (added, first) = (0, "");
        foreach (var set in ordered)
        {
            var share = Share(deployment, set, toAdd, added);
            sizes[set.Metadata.Name] = (set.Spec.Replicas ?? 0) + share;
            added += share;
            first = first.Length == 0 ? set.Metadata.Name : first;
        }

        if (first.Length > 0)
        {
            sizes[first] = Math.Max(0, sizes[first] + toAdd - added);
        }

        return sizes;
    }

    private static int Share(Deployment deployment, ReplicaSet set, int toAdd, int added)
    {
        var size = set.Spec.Replicas ?? 0;
        if (size == 0 || toAdd == 0 || toAdd == added)
        {
            return 0;
        }

        var fraction = -size;
        if (Wanted(deployment) > 0)
        {
            var before = RevisionAnnotations.Number(set, RevisionAnnotations.MaxReplicas) ?? deployment.Status.Replicas;
            if (before == 0)
            {
                return 0;
            }

            var exact = (double)size * (Wanted(deployment) + MaxSurge(deployment)) / before;
            fraction = (int)Math.Round(exact, MidpointRounding.AwayFromZero) - size;
        }

        return toAdd > 0 ? Math.Min(fraction, toAdd - added) : Math.Max(fraction, toAdd - added);
    }

    private static (int Surge, int Unavailable) Fenceposts(Deployment deployment)
    {
        var rolling = deployment.Spec.Strategy.RollingUpdate;
        (rolling?.MaxSurge ?? 0).TryScale(Wanted(deployment), roundUp: true, out var surge);
        (rolling?.MaxUnavailable ?? 0).TryScale(Wanted(deployment), roundUp: false, out var unavailable);
        // Both zero, by rounding or for no pods at all, would let nothing happen.
        return surge == 0 && unavailable == 0 ? (0, 1) : (surge, unavailable);
    }
}
