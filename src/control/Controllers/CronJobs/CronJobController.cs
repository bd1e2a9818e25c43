using Cybernetes.Api.BatchV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.CronJobs;

/// <summary>Makes Jobs at the times that CronJobs name.</summary>
public sealed partial class CronJobController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<CronJob> _crons;
    private readonly SharedInformer<Job> _jobs;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _host;
    private readonly Histogram _skew;

    /// <summary>Joins the informers.</summary>
    public CronJobController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("cronjob-controller");
        _skew = context.Metrics.Histogram(
            "cronjob_controller_job_creation_skew_duration_seconds", "Time between when a cronjob is scheduled to be run, and when the corresponding job is created", Stability.Stable, Histogram.Exponential(1, 2, 10));
        _host = context.Host<NamespacedName>("cronjob", context.Options.ConcurrentCronJobSyncs, ReconcileAsync);
        _crons = context.Informers.For<CronJob>();
        _jobs = context.Informers.For<Job>().AddIndex(Owners.Index, Owners.IndexKeys);
        _crons.AddHandler(Enqueue, CronChanged);
        _jobs.AddHandler(EnqueueOwner, (before, after) =>
        {
            EnqueueOwner(before);
            EnqueueOwner(after);
        }, EnqueueOwner);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Enqueue(CronJob cron) => _host.Queue.Add(NamespacedName.Of(cron));

    private void CronChanged(CronJob before, CronJob after)
    {
        // Times of a new schedule that have passed already are not caught up with.
        if ((before.Spec.Schedule != after.Spec.Schedule || before.Spec.TimeZone != after.Spec.TimeZone)
            && TimesOf(after, out _) is { } times && CronDecision.UntilNext(after, times, _context.Now) is { } wait)
        {
            _host.Queue.AddAfter(NamespacedName.Of(after), wait);
            return;
        }

        Enqueue(after);
    }

    private void EnqueueOwner(Job job)
    {
        if (job.ControllerOf() is { Kind: "CronJob" } reference && _crons.Get(job.Metadata.Namespace, reference.Name) is { } cron && cron.Metadata.Uid == reference.Uid)
        {
            Enqueue(cron);
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_crons.Get(key) is not { } cron)
        {
            return null;
        }

        var jobs = _jobs.ByIndex(Owners.Index, cron.Metadata.Uid);
        var stored = cron;
        cron = await TakeStockAsync(cron, jobs, cancellationToken).ConfigureAwait(false);
        TimeSpan? again = null;
        Exception? failure = null;
        try
        {
            if (!cron.IsDeleting())
            {
                (cron, again) = await ScheduleAsync(cron, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ApiException e)
        {
            failure = e;
        }

        foreach (var job in CronDecision.Surplus(cron, jobs))
        {
            if (await DeleteAsync(cron, job, cancellationToken).ConfigureAwait(false))
            {
                cron = cron with { Status = cron.Status with { Active = cron.Status.Active.Where(one => one.Uid != job.Metadata.Uid).ToValueList() } };
            }
        }

        if (stored.Status != cron.Status)
        {
            (await _context.Client.UpdateStatusAsync(cron, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }

        return failure is null ? again : throw failure;
    }

    // The times of a schedule; null, with the reason and text to tell, where it names none.
    private static CronTimes? TimesOf(CronJob cron, out (string Reason, string Message) wrong)
    {
        wrong = default;
        var zone = TimeZoneInfo.Local;
        if (cron.Spec.TimeZone is { } name && !TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone!))
        {
            wrong = ("UnknownTimeZone", $"invalid timeZone: \"{name}\": unknown time zone {name}");
            return null;
        }

        try
        {
            return CronTimes.Parse(cron.Spec.Schedule, zone);
        }
        catch (Exception e) when (e is FormatException or WireException)
        {
            wrong = ("UnparseableSchedule", $"unparseable schedule: \"{cron.Spec.Schedule}\" : {e.Message}");
            return null;
        }
    }

    private async ValueTask<bool> DeleteAsync(CronJob cron, Job job, CancellationToken cancellationToken)
    {
        var options = new Api.MetaV1.DeleteOptions { PropagationPolicy = "Background" };
        var result = await _context.Client.DeleteAsync<Job>(job.Metadata.Namespace, job.Metadata.Name, options, cancellationToken).ConfigureAwait(false);
        if (!result.Ok)
        {
            if (!result.IsNotFound)
            {
                _events.Event(cron, EventType.Warning, "FailedDelete", $"Deleted job: {result.Message}");
            }

            return result.IsNotFound;
        }

        _events.Event(cron, EventType.Normal, "SuccessfulDelete", $"Deleted job {job.Metadata.Name}");
        return true;
    }
}
