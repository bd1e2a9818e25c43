using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Preemption;

/// <summary>Which of two pods matters more: the higher priority, then the one that has run longer.</summary>
internal static class PodImportance
{
    /// <summary>
    /// The pods, most important first. Equals keep their order, except that of pods without a start time the one listed later comes first:
    /// upstream compares each with the clock, which has moved on.
    /// </summary>
    public static List<PodInfo> Sort(IReadOnlyList<PodInfo> pods) => [.. Enumerable.Range(0, pods.Count)
        .OrderByDescending(i => pods[i].Priority)
        .ThenBy(i => StartOf(pods[i]))
        .ThenBy(i => pods[i].Pod.Status.StartTime is null ? -i : i)
        .Select(i => pods[i])];

    /// <summary>When a pod started; one that has not counts as starting now, later than all others.</summary>
    public static DateTimeOffset StartOf(PodInfo pod) => pod.Pod.Status.StartTime is { } start ? start.Moment : DateTimeOffset.MaxValue;
}
