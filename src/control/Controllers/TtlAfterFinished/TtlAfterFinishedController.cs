using Cybernetes.Api.BatchV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Controllers.CronJobs;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.TtlAfterFinished;

/// <summary>Deletes Jobs when their time after the end is over.</summary>
public sealed class TtlAfterFinishedController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<Job> _jobs;
    private readonly ReconcilerHost<NamespacedName> _host;

    /// <summary>Joins the informers.</summary>
    public TtlAfterFinishedController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<NamespacedName>("ttl_jobs_to_delete", context.Options.ConcurrentTtlAfterFinishedSyncs, ReconcileAsync);
        _jobs = context.Informers.For<Job>();
        _jobs.AddHandler(Look, (_, after) => Look(after));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    /// <summary>How much of a Job's time is left; null where it has none.</summary>
    internal static TimeSpan? Left(Job job, DateTimeOffset now) =>
        !job.IsDeleting() && job.Spec.TtlSecondsAfterFinished is { } seconds && CronDecision.EndedAt(job) is { } end ? end.Moment.AddSeconds(seconds) - now : null;

    private void Look(Job job)
    {
        if (Left(job, _context.Now) is { } left)
        {
            _host.Queue.AddAfter(NamespacedName.Of(job), left);
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_jobs.Get(key) is not { } job || Left(job, _context.Now) is not { } left)
        {
            return null;
        }

        if (left > TimeSpan.Zero)
        {
            return left;
        }

        // The time may have been made longer just now.
        var fresh = (await _context.Client.GetAsync<Job>(key.Namespace, key.Name, cancellationToken).ConfigureAwait(false)).OrNull();
        if (fresh is null || Left(fresh, _context.Now) is not { } still)
        {
            return null;
        }

        if (still > TimeSpan.Zero)
        {
            return still;
        }

        var options = new DeleteOptions
        {
            PropagationPolicy = "Foreground",
            Preconditions = new Preconditions { Uid = fresh.Metadata.Uid, ResourceVersion = fresh.Metadata.ResourceVersion },
        };
        (await _context.Client.DeleteAsync<Job>(key.Namespace, key.Name, options, cancellationToken).ConfigureAwait(false)).OrNull();
        _context.Metrics.Histogram(
            "ttl_after_finished_controller_job_deletion_duration_seconds", "The time it took to delete the job since it became eligible for deletion", Stability.Alpha, Histogram.Exponential(0.1, 2, 14))
            .Observe(-still.TotalSeconds);
        return null;
    }
}
