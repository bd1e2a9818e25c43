using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Jobs;

/// <summary>A Job and its pods, counted. Made by <see cref="Of"/>; immutable.</summary>
public sealed record JobState
{
    /// <summary>The Job.</summary>
    public required Job Job { get; init; }

    /// <summary>Pods that run or will run.</summary>
    public required IReadOnlyList<Pod> Active { get; init; }

    /// <summary>Pods that are being deleted and have not ended.</summary>
    public required int Terminating { get; init; }

    /// <summary>Pods that have succeeded and wait to be counted.</summary>
    public required IReadOnlyList<Pod> NewSucceeded { get; init; }

    /// <summary>Pods that have failed and wait to be counted.</summary>
    public required IReadOnlyList<Pod> NewFailed { get; init; }

    /// <summary>Those of <see cref="NewFailed"/> that the policy says not to count.</summary>
    public required IReadOnlySet<string> Ignored { get; init; }

    /// <summary>Why the policy fails the Job; null where it does not.</summary>
    public string? PolicyFailure { get; init; }

    /// <summary>Indexes that have succeeded.</summary>
    public required IndexSet Succeeded { get; init; }

    /// <summary>Indexes that have failed for good.</summary>
    public required IndexSet Failed { get; init; }

    /// <summary>How many have succeeded: pods, or indexes.</summary>
    public required int SucceededCount { get; init; }

    /// <summary>How many pods have failed.</summary>
    public required int FailedCount { get; init; }

    /// <summary>Counts a Job's pods.</summary>
    public static JobState Of(Job job, IReadOnlyCollection<Pod> pods)
    {
        var uncounted = job.Status.UncountedTerminatedPods ?? UncountedTerminatedPods.Empty;
        var known = uncounted.Succeeded.Concat(uncounted.Failed).ToHashSet(StringComparer.Ordinal);
        var waiting = pods.Where(pod => JobPods.IsTracked(pod) && !known.Contains(pod.Metadata.Uid)).ToList();
        var newSucceeded = waiting.Where(pod => pod.Status.Phase == "Succeeded").ToList();
        var newFailed = waiting.Where(pod => pod.Status.Phase != "Succeeded" && JobPods.HasFailed(job, pod)).ToList();
        var verdicts = newFailed.ToDictionary(pod => pod.Metadata.Uid, pod => FailurePolicy.Match(job.Spec.PodFailurePolicy, pod));
        var ignored = verdicts.Where(verdict => verdict.Value.Action == "Ignore").Select(verdict => verdict.Key).ToHashSet(StringComparer.Ordinal);

        var completions = job.Spec.Completions ?? 0;
        var (succeeded, failed) = (IndexSet.Empty, IndexSet.Empty);
        if (JobPods.IsIndexed(job))
        {
            succeeded = IndexSet.Parse(job.Status.CompletedIndexes, completions)
                .With(pods.Where(pod => pod.Status.Phase == "Succeeded").Select(JobPods.IndexOf).Where(index => index >= 0 && index < completions));
            if (job.Spec.BackoffLimitPerIndex is { } limit)
            {
                failed = IndexSet.Parse(job.Status.FailedIndexes, completions).With(newFailed
                    .Where(pod => verdicts[pod.Metadata.Uid].Action == "FailIndex" || (!ignored.Contains(pod.Metadata.Uid) && JobPods.FailuresBefore(pod) >= limit))
                    .Select(JobPods.IndexOf).Where(index => index >= 0 && index < completions && !succeeded.Contains(index)));
            }
        }

        return new JobState
        {
            Job = job,
            Active = [.. pods.Where(PodState.IsActive)],
            Terminating = pods.Count(PodState.IsTerminating),
            NewSucceeded = newSucceeded,
            NewFailed = newFailed,
            Ignored = ignored,
            PolicyFailure = verdicts.Values.Where(verdict => verdict.Action == "FailJob").Select(verdict => verdict.Message).FirstOrDefault(),
            Succeeded = succeeded,
            Failed = failed,
            SucceededCount = JobPods.IsIndexed(job) ? succeeded.Count : job.Status.Succeeded + newSucceeded.Count + uncounted.Succeeded.Count,
            FailedCount = job.Status.Failed + newFailed.Count - ignored.Count + uncounted.Failed.Count,
        };
    }
}
