using System.Globalization;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.CronJobs;

/// <summary>When a CronJob's next Job is due, and what it looks like. Pure.</summary>
public static class CronDecision
{
    /// <summary>So many missed times are worth a warning.</summary>
    public const int ManyMissed = 100;

    /// <summary>The annotation with the time a Job was made for.</summary>
    public const string ScheduledAnnotation = "batch.kubernetes.io/cronjob-scheduled-timestamp";

    // Timers may be early by a little; a Job must not be looked for before its time.
    private static readonly TimeSpan _delta = TimeSpan.FromMilliseconds(100);

    /// <summary>The latest time that has come and had no Job yet; null where none has.</summary>
    /// <param name="cron">The CronJob.</param>
    /// <param name="times">Its schedule.</param>
    /// <param name="now">The time.</param>
    /// <param name="withDeadline">Leave out times that are past the starting deadline.</param>
    /// <returns>The time, from when on times count, and how many were missed before it.</returns>
    public static (DateTimeOffset? Time, DateTimeOffset Since, long Missed) Latest(CronJob cron, CronTimes times, DateTimeOffset now, bool withDeadline)
    {
        var since = (cron.Status.LastScheduleTime ?? cron.Metadata.CreationTimestamp).Moment;
        if (withDeadline && cron.Spec.StartingDeadlineSeconds is { } deadline && now.AddSeconds(-deadline) is var earliest && earliest > since)
        {
            since = earliest;
        }

        if (times.After(since) is not { } first || now < first)
        {
            return (null, since, 0);
        }

        if (times.After(first) is not { } second || now < second)
        {
            return (first, since, 0);
        }

        // Not one by one: a minute's schedule that slept for years has missed millions.
        var step = TimeSpan.FromSeconds(Math.Max(1, Math.Round((second - first).TotalSeconds)));
        var missed = ((now - first).Ticks / step.Ticks) + 1;
        var latest = first;
        var probe = missed > 2 ? first + (step * (missed - 2)) : first;
        // An irregular schedule may have nothing after the estimate; then all of it is walked.
        if (times.After(probe) is not { } next || next > now)
        {
            next = second;
        }

        for (DateTimeOffset? time = next; time is { } due && due <= now; time = times.After(due))
        {
            latest = due;
        }

        return (latest, since, missed);
    }

    /// <summary>How long until the schedule's next time; null where none comes.</summary>
    public static TimeSpan? UntilNext(CronJob cron, CronTimes times, DateTimeOffset now)
    {
        var (latest, since, _) = Latest(cron, times, now, withDeadline: false);
        return times.After(latest ?? since) is { } next ? next + _delta - now : null;
    }

    /// <summary>The name of the Job for a time: the same for the same time, so that none is made twice.</summary>
    public static string NameOf(CronJob cron, DateTimeOffset scheduled) =>
        string.Create(CultureInfo.InvariantCulture, $"{cron.Metadata.Name}-{scheduled.ToUnixTimeSeconds() / 60}");

    /// <summary>The Job for a time.</summary>
    public static Job JobFor(CronJob cron, DateTimeOffset scheduled, TimeZoneInfo? zone)
    {
        var template = cron.Spec.JobTemplate;
        var local = zone is null ? scheduled.ToUniversalTime() : TimeZoneInfo.ConvertTime(scheduled, zone);
        var stamp = local.ToString(local.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        return new Job
        {
            Metadata = new ObjectMeta
            {
                Name = NameOf(cron, scheduled),
                Namespace = cron.Metadata.Namespace,
                Labels = template.Metadata.Labels,
                Annotations = template.Metadata.Annotations.With(ScheduledAnnotation, stamp),
                OwnerReferences = [cron.ToControllerReference()],
            },
            Spec = template.Spec,
        };
    }

    /// <summary>The ended Jobs beyond the limits of the history, oldest first.</summary>
    public static IEnumerable<Job> Surplus(CronJob cron, IReadOnlyCollection<Job> jobs)
    {
        IEnumerable<Job> Beyond(string end, int? limit)
        {
            var ended = jobs.Where(job => EndOf(job) == end)
                .OrderBy(job => job.Status.StartTime?.Moment ?? DateTimeOffset.MaxValue).ThenBy(job => job.Metadata.Name, StringComparer.Ordinal).ToList();
            return limit is { } keep ? ended.Take(ended.Count - keep) : [];
        }

        return Beyond("Complete", cron.Spec.SuccessfulJobsHistoryLimit).Concat(Beyond("Failed", cron.Spec.FailedJobsHistoryLimit));
    }

    /// <summary>How the Job has ended: Complete, Failed, or null where it goes on.</summary>
    public static string? EndOf(Job job) => Condition(job)?.Type;

    /// <summary>When the Job ended; null where it goes on.</summary>
    public static Time? EndedAt(Job job) => Condition(job)?.LastTransitionTime;

    private static JobCondition? Condition(Job job) => job.Status.Conditions.FirstOrDefault(condition => condition is { Type: "Complete" or "Failed", Status: "True" });
}
