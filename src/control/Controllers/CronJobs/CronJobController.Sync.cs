using System.Globalization;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.CronJobs;

/// <content>One pass over one CronJob: which of its Jobs are still active; whether one more is due.</content>
public sealed partial class CronJobController
{
    private async ValueTask<CronJob> TakeStockAsync(CronJob cron, IReadOnlyList<Job> jobs, CancellationToken cancellationToken)
    {
        var status = cron.Status;
        var known = jobs.Select(job => job.Metadata.Uid).ToHashSet(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            var end = CronDecision.EndOf(job);
            var listed = status.Active.Any(one => one.Uid == job.Metadata.Uid);
            if (!listed && end is null)
            {
                // The status may have been written a moment ago, and not be in the cache yet.
                var fresh = (await _context.Client.GetAsync<CronJob>(cron.Metadata.Namespace, cron.Metadata.Name, cancellationToken).ConfigureAwait(false)).OrNull();
                if (fresh is not null && fresh.Status.Active.Any(one => one.Uid == job.Metadata.Uid))
                {
                    (cron, status) = (fresh, fresh.Status);
                    continue;
                }

                _events.Event(cron, EventType.Warning, "UnexpectedJob", $"Saw a job that the controller did not create or forgot: {job.Metadata.Name}");
            }
            else if (listed && end is not null)
            {
                status = status with { Active = status.Active.Where(one => one.Uid != job.Metadata.Uid).ToValueList() };
                _events.Event(cron, EventType.Normal, "SawCompletedJob", $"Saw completed job: {job.Metadata.Name}, condition: {end}");
            }

            if (end == "Complete" && job.Status.CompletionTime is { } completed && (status.LastSuccessfulTime is not { } last || completed > last))
            {
                status = status with { LastSuccessfulTime = completed };
            }
        }

        foreach (var active in status.Active.Where(one => !known.Contains(one.Uid)).ToList())
        {
            var job = (await _context.Client.GetAsync<Job>(active.Namespace.Length > 0 ? active.Namespace : cron.Metadata.Namespace, active.Name, cancellationToken).ConfigureAwait(false)).OrNull();
            if (job is null)
            {
                _events.Event(cron, EventType.Normal, "MissingJob", $"Active job went missing: {active.Name}");
                status = status with { Active = status.Active.Where(one => one.Uid != active.Uid).ToValueList() };
            }
        }

        return cron with { Status = status };
    }

    private async ValueTask<(CronJob Cron, TimeSpan? Again)> ScheduleAsync(CronJob cron, CancellationToken cancellationToken)
    {
        if (TimesOf(cron, out var wrong) is not { } times)
        {
            _events.Event(cron, EventType.Warning, wrong.Reason, wrong.Message);
            return (cron, null);
        }

        if (cron.Spec.Suspend == true)
        {
            return (cron, null);
        }

        if (cron.Spec.Schedule.Contains("TZ", StringComparison.Ordinal))
        {
            _events.Event(cron, EventType.Warning, "UnsupportedSchedule",
                $"CRON_TZ or TZ used in schedule \"{cron.Spec.Schedule}\" is not officially supported, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details");
        }

        var now = _context.Now;
        var (due, _, missed) = CronDecision.Latest(cron, times, now, withDeadline: true);
        if (missed > CronDecision.ManyMissed)
        {
            _events.Event(cron, EventType.Warning, "TooManyMissedTimes",
                "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew");
        }

        var again = CronDecision.UntilNext(cron, times, now);
        if (due is not { } scheduled)
        {
            return (cron, again);
        }

        if (cron.Spec.StartingDeadlineSeconds is { } deadline && scheduled.AddSeconds(deadline) < now)
        {
            _events.Event(cron, EventType.Warning, "MissSchedule",
                $"Missed scheduled time to start a job: {scheduled.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000");
            return (cron, again);
        }

        var name = CronDecision.NameOf(cron, scheduled);
        if (cron.Status.Active.Any(one => one.Name == name) || cron.Status.LastScheduleTime?.Moment == scheduled)
        {
            return (cron, again);
        }

        if (cron.Spec.ConcurrencyPolicy == "Forbid" && !cron.Status.Active.IsEmpty)
        {
            // When the Job that runs has ended, its change brings the CronJob back here, and the latest missed time is made up for.
            _events.Event(cron, EventType.Normal, "JobAlreadyActive", "Not starting job because prior execution is running and concurrency policy is Forbid");
            return (cron, again);
        }

        if (cron.Spec.ConcurrencyPolicy == "Replace")
        {
            cron = await ReplaceAsync(cron, cancellationToken).ConfigureAwait(false);
        }

        return (await StartAsync(cron, scheduled, cancellationToken).ConfigureAwait(false), again);
    }

    private async ValueTask<CronJob> ReplaceAsync(CronJob cron, CancellationToken cancellationToken)
    {
        foreach (var active in cron.Status.Active)
        {
            var job = await _context.Client.GetAsync<Job>(cron.Metadata.Namespace, active.Name, cancellationToken).ConfigureAwait(false);
            if (!job.Ok)
            {
                _events.Event(cron, EventType.Warning, "FailedGet", $"Get job: {job.Message}");
                throw new ApiException(job.Status);
            }

            if (!await DeleteAsync(cron, job.Value, cancellationToken).ConfigureAwait(false))
            {
                throw new IOException($"could not replace job {cron.Metadata.Namespace}/{active.Name}");
            }

            cron = cron with { Status = cron.Status with { Active = cron.Status.Active.Where(one => one.Uid != active.Uid).ToValueList() } };
        }

        return cron;
    }

    private async ValueTask<CronJob> StartAsync(CronJob cron, DateTimeOffset scheduled, CancellationToken cancellationToken)
    {
        var zone = cron.Spec.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : null;
        var wanted = CronDecision.JobFor(cron, scheduled, zone);
        var result = await _context.Client.CreateAsync(wanted, cancellationToken: cancellationToken).ConfigureAwait(false);
        Job job;
        if (result.Ok)
        {
            job = result.Value;
            _skew.Observe((_context.Now - scheduled).TotalSeconds);
            _events.Event(cron, EventType.Normal, "SuccessfulCreate", $"Created job {job.Metadata.Name}");
        }
        else if (result.IsAlreadyExists)
        {
            // Made in a run that ended before it could write the status, or somebody else's.
            job = (await _context.Client.GetAsync<Job>(wanted.Metadata.Namespace, wanted.Metadata.Name, cancellationToken).ConfigureAwait(false)).OrThrow();
            if (!job.IsControlledBy(cron) || CronDecision.EndOf(job) is not null)
            {
                return cron;
            }
        }
        else
        {
            if (!result.IsNamespaceTerminating)
            {
                _events.Event(cron, EventType.Warning, "FailedCreate", $"Error creating job: {result.Message}");
            }

            throw new ApiException(result.Status);
        }

        var reference = new ObjectReference
        {
            Kind = Job.Info.Kind.Kind,
            ApiVersion = Job.Info.Kind.ApiVersion,
            Namespace = job.Metadata.Namespace,
            Name = job.Metadata.Name,
            Uid = job.Metadata.Uid,
            ResourceVersion = job.Metadata.ResourceVersion,
        };
        return cron with { Status = cron.Status with { Active = cron.Status.Active.Add(reference), LastScheduleTime = scheduled } };
    }
}
