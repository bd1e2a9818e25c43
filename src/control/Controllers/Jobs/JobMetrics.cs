using Cybernetes.Api.BatchV1;
using Cybernetes.Base.Metrics;

namespace Cybernetes.Controllers.Jobs;

/// <summary>The job controller's metrics, under upstream's names.</summary>
internal sealed class JobMetrics(MetricsRegistry registry)
{
    private readonly Histogram _syncDuration = registry.Histogram(
        "job_controller_job_sync_duration_seconds", "The time it took to sync a job", Stability.Stable, Histogram.Exponential(0.004, 2, 15), "completion_mode", "result", "action");

    private readonly Counter _syncs = registry.Counter(
        "job_controller_job_syncs_total", "The number of job syncs", Stability.Stable, "completion_mode", "result", "action");

    private readonly Counter _finished = registry.Counter(
        "job_controller_jobs_finished_total", "The number of finished jobs", Stability.Stable, "completion_mode", "result", "reason");

    private readonly Counter _podsFinished = registry.Counter(
        "job_controller_job_pods_finished_total", "The number of finished Pods that are fully tracked", Stability.Stable, "completion_mode", "result");

    private readonly Counter _external = registry.Counter(
        "job_controller_jobs_by_external_controller_total", "The number of Jobs managed by an external controller", Stability.Alpha, "controller_name");

    /// <summary>A pass over a Job is over.</summary>
    public void Synced(Job job, JobPlan? plan, bool failed, TimeSpan took)
    {
        var action = plan is { Delete.Count: > 0 } ? "pods_deleted" : plan is { Create.Count: > 0 } ? "pods_created" : "reconciling";
        var (mode, result) = (Mode(job), failed ? "error" : "success");
        _syncs.With(mode, result, action).Inc();
        _syncDuration.With(mode, result, action).Observe(took.TotalSeconds);
    }

    /// <summary>A Job has ended.</summary>
    public void Finished(Job job, JobOutcome outcome) => _finished.With(Mode(job), outcome.Success ? "succeeded" : "failed", outcome.Reason).Inc();

    /// <summary>Pods have newly been counted.</summary>
    public void PodsFinished(Job job, int succeeded, int failed)
    {
        _podsFinished.With(Mode(job), "succeeded").Add(succeeded);
        _podsFinished.With(Mode(job), "failed").Add(failed);
    }

    /// <summary>A Job of somebody else's was seen.</summary>
    public void Foreign(string manager) => _external.With(manager).Inc();

    private static string Mode(Job job) => JobPods.IsIndexed(job) ? "Indexed" : "NonIndexed";
}
