using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.StatefulSets;

/// <summary>One thing to do to a pod of a StatefulSet.</summary>
public enum StatefulStepKind
{
    /// <summary>Create the pod of that number.</summary>
    Create,

    /// <summary>Delete a pod that is too many or of an old revision.</summary>
    Delete,

    /// <summary>Delete a pod that has ended, so that it is made anew.</summary>
    Recreate,

    /// <summary>Look after the pod's identity, claims and their owners.</summary>
    Tend,
}

/// <summary>One thing to do, in order. <see cref="Current"/> tells which of the two revisions a new pod is of.</summary>
public sealed record StatefulStep(StatefulStepKind Kind, int Ordinal, Pod? Pod, bool Current = false);

/// <summary>
/// What to do next for a StatefulSet. Ordered sets take one step at a time, from the lowest number up, and down again in reverse; parallel
/// ones take all. Pure.
/// </summary>
public static class StatefulDecision
{
    /// <summary>The steps, of which an ordered set has at most one that creates or deletes.</summary>
    /// <param name="set">The set; its status has the revisions and counts of the last pass.</param>
    /// <param name="pods">Its pods.</param>
    /// <param name="currentRevision">The name of the revision rolled out before.</param>
    /// <param name="updateRevision">The name of the present revision.</param>
    /// <param name="now">The time.</param>
    public static List<StatefulStep> Decide(StatefulSet set, IReadOnlyCollection<Pod> pods, string currentRevision, string updateRevision, DateTimeOffset now)
    {
        var steps = new List<StatefulStep>();
        if (set.IsDeleting())
        {
            return steps;
        }

        var (start, count, ordered) = (StatefulPods.Start(set), StatefulPods.Replicas(set), set.Spec.PodManagementPolicy != "Parallel");
        var byOrdinal = pods.Select(pod => (Ordinal: StatefulPods.OrdinalOf(set, pod.Metadata.Name), Pod: pod)).Where(entry => entry.Ordinal >= 0)
            .ToDictionary(entry => entry.Ordinal, entry => entry.Pod);
        bool Available(Pod pod) => pod.Status.Phase == "Running" && pod.IsAvailable(set.Spec.MinReadySeconds, now);

        for (var ordinal = start; ordinal < start + count; ordinal++)
        {
            var pod = byOrdinal.GetValueOrDefault(ordinal);
            if (pod is null)
            {
                steps.Add(new(StatefulStepKind.Create, ordinal, null, IsCurrentNeeded(set, currentRevision, updateRevision, ordinal, byOrdinal)));
                if (ordered)
                {
                    return steps;
                }

                continue;
            }

            if (pod.IsTerminal())
            {
                if (!pod.IsDeleting())
                {
                    steps.Add(new(StatefulStepKind.Recreate, ordinal, pod));
                }

                if (ordered)
                {
                    return steps;
                }

                continue;
            }

            if (!pod.IsDeleting())
            {
                steps.Add(new(StatefulStepKind.Tend, ordinal, pod));
            }

            if (ordered && (pod.IsDeleting() || !Available(pod)))
            {
                return steps;
            }
        }

        var condemned = byOrdinal.Where(entry => entry.Key < start || entry.Key >= start + count).OrderByDescending(entry => entry.Key).ToList();
        var unhealthy = byOrdinal.OrderBy(entry => entry.Key).Where(entry => entry.Value.IsDeleting() || !Available(entry.Value)).Select(entry => entry.Value).FirstOrDefault();
        foreach (var (ordinal, pod) in condemned)
        {
            if (!pod.IsDeleting())
            {
                if (ordered && !Available(pod) && !ReferenceEquals(pod, unhealthy))
                {
                    return steps;
                }

                steps.Add(new(StatefulStepKind.Tend, ordinal, pod));
                steps.Add(new(StatefulStepKind.Delete, ordinal, pod));
            }

            if (ordered)
            {
                return steps;
            }
        }

        if (set.Spec.UpdateStrategy.Type != "OnDelete" && (ordered || !steps.Exists(step => step.Kind is StatefulStepKind.Create or StatefulStepKind.Recreate)))
        {
            steps.AddRange(Update(set, byOrdinal, updateRevision, Available));
        }

        return steps;
    }

    // From the highest number down to the partition, as long as no more than the allowed number are away.
    private static IEnumerable<StatefulStep> Update(StatefulSet set, Dictionary<int, Pod> byOrdinal, string updateRevision, Func<Pod, bool> available)
    {
        var (start, count, rolling) = (StatefulPods.Start(set), StatefulPods.Replicas(set), set.Spec.UpdateStrategy.RollingUpdate);
        var partition = Math.Max(start, rolling?.Partition ?? 0);
        (rolling?.MaxUnavailable ?? 1).TryScale(count, roundUp: false, out var allowed);
        allowed = Math.Max(1, allowed);
        var away = 0;
        for (var ordinal = start; ordinal < start + count; ordinal++)
        {
            away += byOrdinal.TryGetValue(ordinal, out var pod) && !pod.IsDeleting() && available(pod) ? 0 : 1;
        }

        for (var ordinal = start + count - 1; ordinal >= partition; ordinal--)
        {
            if (!byOrdinal.TryGetValue(ordinal, out var pod) || pod.IsDeleting())
            {
                if (away >= allowed)
                {
                    yield break;
                }

                continue;
            }

            var isAway = !available(pod);
            if (StatefulPods.RevisionOf(pod) != updateRevision)
            {
                // A pod that is away already costs nothing to replace, and may never come back otherwise.
                if (!isAway && away >= allowed)
                {
                    yield break;
                }

                away += isAway ? 0 : 1;
                yield return new(StatefulStepKind.Delete, ordinal, pod);
                if (allowed == 1)
                {
                    yield break;
                }
            }
            else if (isAway && away >= allowed)
            {
                yield break;
            }
        }
    }

    // Pods below the partition, or not yet reached by an update, come back as they were.
    private static bool IsCurrentNeeded(StatefulSet set, string currentRevision, string updateRevision, int ordinal, Dictionary<int, Pod> byOrdinal)
    {
        if (set.Spec.UpdateStrategy.Type == "OnDelete" || currentRevision == updateRevision)
        {
            return false;
        }

        var start = StatefulPods.Start(set);
        if (set.Spec.UpdateStrategy.RollingUpdate?.Partition is { } partition && partition > 0)
        {
            return ordinal < partition;
        }

        // An update goes from the top down: a pod missing below one that is still of the old revision has not been reached.
        return byOrdinal.Any(entry => entry.Key > ordinal && entry.Key < start + StatefulPods.Replicas(set) && StatefulPods.RevisionOf(entry.Value) == currentRevision)
            || (ordinal < start + set.Status.CurrentReplicas && !byOrdinal.Any(entry => entry.Key > ordinal && StatefulPods.RevisionOf(entry.Value) == updateRevision));
    }

    /// <summary>The status of a set with these pods.</summary>
    public static StatefulSetStatus Status(StatefulSet set, IReadOnlyCollection<Pod> pods, string currentRevision, string updateRevision, int? collisions, DateTimeOffset now)
    {
        var created = pods.Where(pod => pod.Status.Phase.Length > 0).ToList();
        var ready = created.Where(pod => pod.Status.Phase == "Running" && pod.IsReady()).ToList();
        var living = created.Where(pod => !pod.IsDeleting()).ToList();
        var status = set.Status with
        {
            ObservedGeneration = set.Metadata.Generation,
            Replicas = created.Count,
            ReadyReplicas = ready.Count,
            AvailableReplicas = ready.Count(pod => pod.IsAvailable(set.Spec.MinReadySeconds, now)),
            CurrentReplicas = living.Count(pod => StatefulPods.RevisionOf(pod) == currentRevision),
            UpdatedReplicas = living.Count(pod => StatefulPods.RevisionOf(pod) == updateRevision),
            CurrentRevision = currentRevision,
            UpdateRevision = updateRevision,
            CollisionCount = collisions,
        };
        var complete = set.Spec.UpdateStrategy.Type != "OnDelete" && status.UpdatedReplicas == StatefulPods.Replicas(set)
            && status.ReadyReplicas == StatefulPods.Replicas(set) && status.Replicas == StatefulPods.Replicas(set);
        return complete ? status with { CurrentReplicas = status.UpdatedReplicas, CurrentRevision = updateRevision } : status;
    }
}
