using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Jobs;

/// <summary>What a Job's status says. Pure.</summary>
public static class JobStatuses
{
    /// <summary>Whether the Job has ended.</summary>
    public static bool IsFinished(Job job) => EndOf(job) is not null;

    /// <summary>The condition of a Job that has ended.</summary>
    public static JobCondition? EndOf(Job job) => job.Status.Conditions.FirstOrDefault(condition => condition is { Type: "Complete" or "Failed", Status: "True" });

    /// <summary>A status in which pods that were counted and are free are counted in the numbers, and those that have newly ended wait to be.</summary>
    /// <param name="state">The Job, counted.</param>
    /// <param name="pods">All its pods.</param>
    public static JobStatus Track(JobState state, IReadOnlyCollection<Pod> pods)
    {
        var status = state.Job.Status;
        var uncounted = status.UncountedTerminatedPods ?? UncountedTerminatedPods.Empty;
        var held = pods.Where(JobPods.IsTracked).Select(pod => pod.Metadata.Uid).ToHashSet(StringComparer.Ordinal);
        var indexed = JobPods.IsIndexed(state.Job);
        var (succeeded, failed) = (uncounted.Succeeded.Where(held.Contains).ToList(), uncounted.Failed.Where(held.Contains).ToList());
        status = status with
        {
            Succeeded = indexed ? state.Succeeded.Count : status.Succeeded + uncounted.Succeeded.Count - succeeded.Count,
            Failed = status.Failed + uncounted.Failed.Count - failed.Count,
            CompletedIndexes = indexed ? state.Succeeded.ToString() : status.CompletedIndexes,
            FailedIndexes = state.Job.Spec.BackoffLimitPerIndex is not null ? state.Failed.ToString() : status.FailedIndexes,
        };
        // Successes of indexes are kept in the list of indexes, which cannot count one twice.
        succeeded.AddRange(indexed ? [] : state.NewSucceeded.Select(pod => pod.Metadata.Uid));
        failed.AddRange(state.NewFailed.Where(pod => !state.Ignored.Contains(pod.Metadata.Uid)).Select(pod => pod.Metadata.Uid));
        return status with
        {
            Active = state.Active.Count,
            Ready = state.Active.Count(PodState.IsReady),
            Terminating = state.Terminating,
            UncountedTerminatedPods = new UncountedTerminatedPods
            {
                Succeeded = succeeded.Count == 0 ? default : succeeded.ToValueList(),
                Failed = failed.Count == 0 ? default : failed.ToValueList(),
            },
        };
    }

    /// <summary>A status with a condition set; one of the same status, reason and message stays.</summary>
    public static JobStatus Set(JobStatus status, string type, bool value, string reason, string message, DateTimeOffset now)
    {
        var before = status.Conditions.FirstOrDefault(condition => condition.Type == type);
        var text = value ? "True" : "False";
        if (before is not null && before.Status == text && before.Reason == reason && before.Message == message)
        {
            return status;
        }

        var condition = new JobCondition { Type = type, Status = text, LastProbeTime = now, LastTransitionTime = now, Reason = reason, Message = message };
        return status with
        {
            Conditions = before is null ? status.Conditions.Add(condition) : status.Conditions.Update(other => other.Type == type ? condition : other),
        };
    }
}
