using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Preemption;

/// <summary>Which of two pods matters more: the higher priority, then the one that has run longer.</summary>
internal static class PodImportance
{
    /// <summary>Negative where <paramref name="left"/> matters more.</summary>
    public static int Compare(PodInfo left, PodInfo right)
    {
        var byPriority = right.Priority.CompareTo(left.Priority);
        return byPriority != 0 ? byPriority : StartOf(left).CompareTo(StartOf(right));
    }

    /// <summary>When a pod started; one that has not counts as starting now, later than all others.</summary>
    public static DateTimeOffset StartOf(PodInfo pod) => pod.Pod.Status.StartTime is { } start ? start.Value : DateTimeOffset.MaxValue;
}
