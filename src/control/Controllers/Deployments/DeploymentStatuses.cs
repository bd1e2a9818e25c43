using Cybernetes.Api.AppsV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Controllers.Deployments;

/// <summary>What a Deployment's status says: pure functions of the Deployment, its ReplicaSets and the time.</summary>
public static class DeploymentStatuses
{
    /// <summary>The type of the condition that follows a rollout.</summary>
    public const string Progressing = "Progressing";

    /// <summary>The rollout is over.</summary>
    public const string NewReplicaSetAvailable = "NewReplicaSetAvailable";

    /// <summary>The rollout has stood still for too long.</summary>
    public const string DeadlineExceeded = "ProgressDeadlineExceeded";

    /// <summary>Whether progress is watched at all.</summary>
    public static bool HasDeadline(Deployment deployment) => deployment.Spec.ProgressDeadlineSeconds is { } seconds && seconds != int.MaxValue;

    /// <summary>The condition of that type; null where there is none.</summary>
    public static DeploymentCondition? Find(DeploymentStatus status, string type) => status.Conditions.FirstOrDefault(condition => condition.Type == type);

    /// <summary>A status with a condition set; one of the same status and reason stays as it is.</summary>
    public static DeploymentStatus Set(DeploymentStatus status, string type, string value, string reason, string message, DateTimeOffset now)
    {
        var before = Find(status, type);
        if (before is not null && before.Status == value && before.Reason == reason)
        {
            return status;
        }

        return Replace(status, new DeploymentCondition
        {
            Type = type,
            Status = value,
            LastUpdateTime = now,
            LastTransitionTime = before is not null && before.Status == value ? before.LastTransitionTime : now,
            Reason = reason,
            Message = message,
        });
    }

    /// <summary>A status without a condition.</summary>
    public static DeploymentStatus Remove(DeploymentStatus status, string type) =>
        Find(status, type) is null ? status : status with { Conditions = status.Conditions.Where(condition => condition.Type != type).ToValueList() };

    /// <summary>The counts, and whether enough pods are available.</summary>
    public static DeploymentStatus Calculate(Deployment deployment, IReadOnlyCollection<ReplicaSet> all, ReplicaSet? @new, DateTimeOffset now)
    {
        var available = all.Sum(set => set.Status.AvailableReplicas);
        var status = deployment.Status with
        {
            ObservedGeneration = deployment.Metadata.Generation,
            Replicas = all.Sum(set => set.Status.Replicas),
            UpdatedReplicas = @new?.Status.Replicas ?? 0,
            ReadyReplicas = all.Sum(set => set.Status.ReadyReplicas),
            AvailableReplicas = available,
            UnavailableReplicas = Math.Max(0, Rollouts.SpecReplicas(all) - available),
            TerminatingReplicas = all.All(set => set.Status.TerminatingReplicas is not null) ? all.Sum(set => set.Status.TerminatingReplicas ?? 0) : null,
        };
        return available >= Rollouts.Wanted(deployment) - Rollouts.MaxUnavailable(deployment)
            ? Set(status, "Available", "True", "MinimumReplicasAvailable", "Deployment has minimum availability.", now)
            : Set(status, "Available", "False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability.", now);
    }

    /// <summary>The status during a rollout: counts, progress and failures.</summary>
    public static DeploymentStatus OfRollout(Deployment deployment, IReadOnlyCollection<ReplicaSet> all, ReplicaSet? @new, DateTimeOffset now)
    {
        var status = Calculate(deployment, all, @new, now);
        if (!HasDeadline(deployment))
        {
            status = Remove(status, Progressing);
        }

        var current = Find(deployment.Status, Progressing);
        var wasComplete = status.Replicas == status.UpdatedReplicas && current?.Reason == NewReplicaSetAvailable;
        if (HasDeadline(deployment) && !wasComplete)
        {
            var subject = @new is null ? $"Deployment \"{deployment.Metadata.Name}\"" : $"ReplicaSet \"{@new.Metadata.Name}\"";
            if (IsComplete(deployment, status))
            {
                status = Set(status, Progressing, "True", NewReplicaSetAvailable, $"{subject} has successfully progressed.", now);
            }
            else if (HasProgressed(deployment.Status, status))
            {
                // Each step of progress starts the deadline anew, so the update time moves though status and reason stay.
                status = Replace(status, new DeploymentCondition
                {
                    Type = Progressing,
                    Status = "True",
                    LastUpdateTime = now,
                    LastTransitionTime = current is { Status: "True" } ? current.LastTransitionTime : now,
                    Reason = "ReplicaSetUpdated",
                    Message = $"{subject} is progressing.",
                });
            }
            else if (IsTimedOut(deployment, status, now))
            {
                status = Set(status, Progressing, "False", DeadlineExceeded, $"{subject} has timed out progressing.", now);
            }
        }

        var failure = (@new is null ? (IEnumerable<ReplicaSet>)all : all.OrderByDescending(set => set.Metadata.Uid == @new.Metadata.Uid))
            .Select(set => set.Status.Conditions.FirstOrDefault(condition => condition.Type == "ReplicaFailure"))
            .FirstOrDefault(condition => condition is not null);
        return failure is null
            ? Remove(status, "ReplicaFailure")
            : Set(status, "ReplicaFailure", failure.Status, failure.Reason, failure.Message, now);
    }

    /// <summary>All pods are new and available, and none is old.</summary>
    public static bool IsComplete(Deployment deployment, DeploymentStatus status) =>
        status.UpdatedReplicas == Rollouts.Wanted(deployment)
        && status.Replicas == Rollouts.Wanted(deployment)
        && status.AvailableReplicas == Rollouts.Wanted(deployment)
        && status.ObservedGeneration >= deployment.Metadata.Generation;

    /// <summary>How long until a rollout that stands still is to be told as timed out; null where that is not watched.</summary>
    public static TimeSpan? UntilDeadline(Deployment deployment, DeploymentStatus status, DateTimeOffset now)
    {
        if (!HasDeadline(deployment) || Find(status, Progressing) is not { } current || IsComplete(deployment, status) || current.Reason == DeadlineExceeded)
        {
            return null;
        }

        var left = current.LastUpdateTime.Moment.AddSeconds(deployment.Spec.ProgressDeadlineSeconds ?? 0) - now;
        return left < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : left + TimeSpan.FromSeconds(1);
    }

    private static bool HasProgressed(DeploymentStatus before, DeploymentStatus after) =>
        after.UpdatedReplicas > before.UpdatedReplicas
        || after.Replicas - after.UpdatedReplicas < before.Replicas - before.UpdatedReplicas
        || after.ReadyReplicas > before.ReadyReplicas
        || after.AvailableReplicas > before.AvailableReplicas;

    private static bool IsTimedOut(Deployment deployment, DeploymentStatus status, DateTimeOffset now) =>
        Find(status, Progressing) is { } current && current.Reason != NewReplicaSetAvailable
        && (current.Reason == DeadlineExceeded || current.LastUpdateTime.Moment.AddSeconds(deployment.Spec.ProgressDeadlineSeconds ?? 0) < now);

    private static DeploymentStatus Replace(DeploymentStatus status, DeploymentCondition condition) =>
        status with { Conditions = status.Conditions.Where(other => other.Type != condition.Type).Append(condition).ToValueList() };
}
