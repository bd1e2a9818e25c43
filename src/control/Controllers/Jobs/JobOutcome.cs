using Cybernetes.Api.BatchV1;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Jobs;

/// <summary>How a Job ends: whether, why and in which words. Pure.</summary>
public sealed record JobOutcome(bool Success, string Reason, string Message)
{
    /// <summary>The condition that is set once every pod has ended.</summary>
    public string FinalType => Success ? "Complete" : "Failed";

    /// <summary>The condition that is set first, while pods are still ending.</summary>
    public string InterimType => Success ? "SuccessCriteriaMet" : "FailureTarget";

    /// <summary>The end that a Job has come to; null where it goes on.</summary>
    public static JobOutcome? Of(JobState state, DateTimeOffset now)
    {
        var (job, spec) = (state.Job, state.Job.Spec);
        // What was decided once stays decided.
        foreach (var condition in job.Status.Conditions)
        {
            if (condition is { Status: "True", Type: "FailureTarget" or "SuccessCriteriaMet" })
            {
                return new JobOutcome(condition.Type == "SuccessCriteriaMet", condition.Reason, condition.Message);
            }
        }

        if (state.PolicyFailure is { } policy)
        {
            return new(false, "PodFailurePolicy", policy);
        }

        if (state.FailedCount > (spec.BackoffLimit ?? 6) || RestartsExceed(state))
        {
            return new(false, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
        }

        if (spec.ActiveDeadlineSeconds is { } deadline && spec.Suspend != true && job.Status.StartTime is { } start && now >= start.Moment.AddSeconds(deadline))
        {
            return new(false, "DeadlineExceeded", "Job was active longer than specified deadline");
        }

        if (JobPods.IsIndexed(job) && spec.BackoffLimitPerIndex is not null)
        {
            if (spec.MaxFailedIndexes is { } max && state.Failed.Count > max)
            {
                return new(false, "MaxFailedIndexesExceeded", "Job has exceeded the specified maximal number of failed indexes");
            }

            if (state.Failed.Count > 0 && state.Succeeded.Count + state.Failed.Count >= spec.Completions)
            {
                return new(false, "FailedIndexes", "Job has failed indexes");
            }
        }

        return MatchSuccessPolicy(state) ?? Complete(state);
    }

    private static JobOutcome? Complete(JobState state)
    {
        // Work of unknown size is done when one pod has succeeded and the others have ended.
        var done = state.Job.Spec.Completions is { } completions
            ? state.SucceededCount >= completions
            : state.SucceededCount > 0 && state.Active.Count == 0;
        return done ? new(true, "CompletionsReached", "Reached expected number of succeeded pods") : null;
    }

    private static JobOutcome? MatchSuccessPolicy(JobState state)
    {
        if (state.Job.Spec.SuccessPolicy is not { } policy || !JobPods.IsIndexed(state.Job))
        {
            return null;
        }

        for (var i = 0; i < policy.Rules.Count; i++)
        {
            var rule = policy.Rules[i];
            var completions = state.Job.Spec.Completions ?? 0;
            var wanted = rule.SucceededIndexes is null ? null : IndexSet.Parse(rule.SucceededIndexes, completions);
            var has = wanted is null ? state.Succeeded.Count : Enumerable.Range(0, completions).Count(index => wanted.Contains(index) && state.Succeeded.Contains(index));
            if (has >= (rule.SucceededCount ?? wanted?.Count ?? int.MaxValue))
            {
                return new(true, "SuccessPolicy", $"Matched rules at index {i}");
            }
        }

        return null;
    }

    private static bool RestartsExceed(JobState state)
    {
        if (state.Job.Spec.Template.Spec.RestartPolicy != "OnFailure")
        {
            return false;
        }

        var limit = state.Job.Spec.BackoffLimit ?? 6;
        var restarts = state.Active.Where(pod => pod.Status.Phase is "Running" or "Pending")
            .Sum(pod => pod.Status.InitContainerStatuses.Sum(status => status.RestartCount) + pod.Status.ContainerStatuses.Sum(status => status.RestartCount));
        return limit == 0 ? restarts > 0 : restarts >= limit;
    }
}
