using Cybernetes.Api.CoreV1;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Jobs;

/// <summary>Which pods of a Job come and go. Pure.</summary>
/// <param name="Delete">Pods to delete.</param>
/// <param name="Create">Pods to create: an index or null, and how often the index has failed.</param>
/// <param name="Wait">How long to wait before more can be created; null for not.</param>
public sealed record JobPlan(IReadOnlyList<Pod> Delete, IReadOnlyList<(int? Index, int Failures)> Create, TimeSpan? Wait)
{
    private const int Burst = 500;

    /// <summary>What a Job that goes on needs.</summary>
    /// <param name="state">The Job, counted.</param>
    /// <param name="pods">All its pods.</param>
    /// <param name="backoff">Its failures in a row.</param>
    /// <param name="now">The time.</param>
    public static JobPlan Of(JobState state, IReadOnlyCollection<Pod> pods, JobBackoff backoff, DateTimeOffset now)
    {
        var spec = state.Job.Spec;
        if (spec.Suspend == true)
        {
            return new(state.Active, [], null);
        }

        var parallelism = spec.Parallelism ?? 1;
        var wanted = spec.Completions is { } completions
            ? Math.Max(0, Math.Min(parallelism, completions - state.SucceededCount - (JobPods.IsIndexed(state.Job) ? state.Failed.Count : 0)))
            : state.SucceededCount > 0 ? state.Active.Count : parallelism;
        var delete = JobPods.IsIndexed(state.Job) ? Misplaced(state) : [];
        var staying = state.Active.Except(delete).ToList();
        var surplus = staying.Count - wanted;
        if (surplus > 0)
        {
            delete.AddRange(staying.Order(new PodRanking(_ => 0, now)).Take(surplus));
        }

        var missing = wanted - staying.Count - (JobPods.CountsOnlyEnded(state.Job) ? state.Terminating : 0);
        if (missing <= 0 || delete.Count > 0)
        {
            return new(delete, [], null);
        }

        missing = Math.Min(missing, Burst);
        if (!JobPods.IsIndexed(state.Job))
        {
            var wait = backoff.Remaining(now);
            return wait > TimeSpan.Zero ? new(delete, [], wait) : new(delete, [.. Enumerable.Repeat<(int?, int)>((null, 0), missing)], null);
        }

        return Indexed(state, pods, backoff, missing, delete, now);
    }

    private static JobPlan Indexed(JobState state, IReadOnlyCollection<Pod> pods, JobBackoff backoff, int missing, List<Pod> delete, DateTimeOffset now)
    {
        var perIndex = state.Job.Spec.BackoffLimitPerIndex is not null;
        if (!perIndex && backoff.Remaining(now) is { } wait && wait > TimeSpan.Zero)
        {
            return new(delete, [], wait);
        }

        var busy = pods.Where(pod => pod.IsActive() || (JobPods.CountsOnlyEnded(state.Job) && pod.IsTerminating())).Select(JobPods.IndexOf).ToHashSet();
        var create = new List<(int?, int)>();
        TimeSpan? soonest = null;
        for (var index = 0; index < state.Job.Spec.Completions && create.Count < missing; index++)
        {
            if (busy.Contains(index) || state.Succeeded.Contains(index) || state.Failed.Contains(index))
            {
                continue;
            }

            var failures = 0;
            if (perIndex && pods.Where(pod => JobPods.IndexOf(pod) == index && JobPods.HasFailed(state.Job, pod)).MaxBy(pod => JobPods.FailuresBefore(pod)) is { } last)
            {
                failures = JobPods.FailuresBefore(last) + (state.Ignored.Contains(last.Metadata.Uid) ? 0 : 1);
                var left = new JobBackoff(failures, JobPods.EndOf(last, now)).Remaining(now);
                if (left > TimeSpan.Zero)
                {
                    soonest = soonest is null || left < soonest ? left : soonest;
                    continue;
                }
            }

            create.Add((index, failures));
        }

        return new(delete, create, soonest);
    }

    // Pods without an index, of one beyond the last, of one that is done with, and all but one of the same.
    private static List<Pod> Misplaced(JobState state)
    {
        var misplaced = new List<Pod>();
        foreach (var group in state.Active.GroupBy(JobPods.IndexOf))
        {
            var useless = group.Key < 0 || group.Key >= (state.Job.Spec.Completions ?? 0) || state.Succeeded.Contains(group.Key) || state.Failed.Contains(group.Key);
            misplaced.AddRange(useless ? group : group.OrderByDescending(pod => pod.Status.Phase == "Running").ThenBy(pod => pod.Metadata.CreationTimestamp).Skip(1));
        }

        return misplaced;
    }
}
