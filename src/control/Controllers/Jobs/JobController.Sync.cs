using Cybernetes.Api.MetaV1;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Events;

namespace Cybernetes.Controllers.Jobs;

/// <content>
/// One pass over one Job:
/// 1. its pods are counted;
/// 2. it has come to an end, or pods come and go;
/// 3. the status takes up the pods that have ended;
/// 4. those pods are freed;
/// 5. an ended Job is told as such once no pod is left to count or to end.
/// </content>
public sealed partial class JobController
{
    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_jobs.Get(key) is not { } job)
        {
            _expectations.Forget(key);
            _backoffs.TryRemove(key, out _);
            return null;
        }

        if (job.Spec.ManagedBy is { } manager && manager != ManagedByUs)
        {
            return null;
        }

        // 1.
        var pods = await ClaimAsync(key, job, cancellationToken).ConfigureAwait(false);
        if (JobStatuses.IsFinished(job))
        {
            foreach (var pod in pods.Where(pod => JobPods.IsTracked(pod) && (pod.IsTerminal() || pod.IsDeleting())))
            {
                await FreeAsync(pod, cancellationToken).ConfigureAwait(false);
            }

            _backoffs.TryRemove(key, out _);
            return null;
        }

        var (now, began) = (_context.Now, _context.Time.GetTimestamp());
        var maySync = _expectations.Satisfied(key);
        var stored = job;
        job = Started(job, now);
        var state = JobState.Of(job, pods);
        var backoff = Backoff(key, state, now);

        // 2.
        var outcome = JobOutcome.Of(state, now);
        Exception? failure = null;
        TimeSpan? again = null;
        JobPlan? plan = null;
        var (active, terminating) = (state.Active.Count, state.Terminating);
        if (maySync && !job.IsDeleting())
        {
            plan = outcome is not null ? new JobPlan(state.Active, [], null) : JobPlan.Of(state, pods, backoff, now);
            // Pods that are cut off by the Job's end have failed; those that it gives up on the way have not, and wait for no count.
            (var change, failure) = await CarryOutAsync(key, job, plan, free: outcome is null, cancellationToken).ConfigureAwait(false);
            active += change;
            terminating += Math.Max(0, -change);
            again = plan.Wait;
        }

        // 3.
        var status = JobStatuses.Track(state, pods) with { Active = active, Terminating = terminating };
        status = Suspended(job, status, now);
        if (outcome is not null && !status.Conditions.Any(condition => condition.Type == outcome.InterimType))
        {
            status = JobStatuses.Set(status, outcome.InterimType, true, outcome.Reason, outcome.Message, now);
        }

        // 4. and 5.
        var waiting = pods.Where(pod => JobPods.IsTracked(pod) && IsCounted(status, state, pod)).ToList();
        var open = status.UncountedTerminatedPods is { } left && (!left.Succeeded.IsEmpty || !left.Failed.IsEmpty);
        if (outcome is not null && maySync && !open && waiting.Count == 0 && active == 0 && terminating == 0)
        {
            status = Finished(job, status, outcome, now);
        }

        var written = await WriteStatusAsync(stored, status, cancellationToken).ConfigureAwait(false);
        if (written)
        {
            _backoffs[key] = backoff;
            _metrics.PodsFinished(job, status.Succeeded - stored.Status.Succeeded, status.Failed - stored.Status.Failed);
            foreach (var pod in waiting)
            {
                await FreeAsync(pod, cancellationToken).ConfigureAwait(false);
            }
        }

        _metrics.Synced(job, plan, failure is not null, _context.Time.GetElapsedTime(began));
        if (failure is not null)
        {
            throw failure;
        }

        if (job.Spec.ActiveDeadlineSeconds is { } deadline && job.Spec.Suspend != true && status.StartTime is { } start && outcome is null)
        {
            var end = start.Moment.AddSeconds(deadline) - now;
            again = again is null || end < again ? end : again;
        }

        return again;
    }

    private async ValueTask<List<Pod>> ClaimAsync(NamespacedName key, Job job, CancellationToken cancellationToken)
    {
        var claims = new ClaimManager<Pod>(_context.Client, job, Job.Info.Kind, job.Spec.Selector.ToSelector(), async token =>
            (await _context.Client.GetAsync<Job>(key.Namespace, key.Name, token).ConfigureAwait(false)).OrNull());
        var pods = await claims.ClaimAsync(
            _pods.ByIndex(Owners.Index, job.Metadata.Uid).Concat(_pods.ByIndex(Owners.Index, Owners.OrphansOf(key.Namespace))), cancellationToken).ConfigureAwait(false);
        // The cache may still show the finalizer of a pod that was freed a moment ago; counting it again would be wrong.
        return [.. pods.Select(pod => JobPods.IsTracked(pod) && _freed.ContainsKey(pod.Metadata.Uid)
            ? pod.With(pod.Metadata with { Finalizers = pod.Metadata.Finalizers.Where(finalizer => finalizer != JobPods.Finalizer).ToValueList() })
            : pod)];
    }

    private static Job Started(Job job, DateTimeOffset now) => job.Status.StartTime is null && job.Spec.Suspend != true
        ? job with { Status = job.Status with { StartTime = now } }
        : job;

    private JobBackoff Backoff(NamespacedName key, JobState state, DateTimeOffset now)
    {
        var ended = state.NewFailed.Where(pod => !state.Ignored.Contains(pod.Metadata.Uid)).Select(pod => (JobPods.EndOf(pod, now), Failed: true))
            .Concat(state.NewSucceeded.Select(pod => (JobPods.EndOf(pod, now), Failed: false)));
        return (_backoffs.GetValueOrDefault(key) ?? JobBackoff.None).With(ended);
    }

    private static bool IsCounted(JobStatus status, JobState state, Pod pod)
    {
        var uncounted = status.UncountedTerminatedPods ?? UncountedTerminatedPods.Empty;
        return uncounted.Succeeded.Contains(pod.Metadata.Uid) || uncounted.Failed.Contains(pod.Metadata.Uid) || state.Ignored.Contains(pod.Metadata.Uid)
            || (JobPods.IsIndexed(state.Job) && pod.Status.Phase == "Succeeded");
    }

    private JobStatus Suspended(Job job, JobStatus status, DateTimeOffset now)
    {
        var before = status.Conditions.FirstOrDefault(condition => condition.Type == "Suspended");
        if (job.Spec.Suspend == true && before?.Status != "True")
        {
            _events.Event(job, EventType.Normal, "Suspended", "Job suspended");
            return JobStatuses.Set(status, "Suspended", true, "JobSuspended", "Job suspended", now) with { StartTime = null };
        }

        if (job.Spec.Suspend != true && before?.Status == "True")
        {
            _events.Event(job, EventType.Normal, "Resumed", "Job resumed");
            return JobStatuses.Set(status, "Suspended", false, "JobResumed", "Job resumed", now) with { StartTime = now };
        }

        return status;
    }

    private JobStatus Finished(Job job, JobStatus status, JobOutcome outcome, DateTimeOffset now)
    {
        _metrics.Finished(job, outcome);
        if (outcome.Success)
        {
            _events.Event(job, EventType.Normal, "Completed", "Job completed");
            status = status with { CompletionTime = now };
        }
        else
        {
            _events.Event(job, EventType.Warning, outcome.Reason, outcome.Message);
        }

        return JobStatuses.Set(status, outcome.FinalType, true, outcome.Reason, outcome.Message, now) with { Ready = 0 };
    }

    private async ValueTask<(int Change, Exception? Failure)> CarryOutAsync(NamespacedName key, Job job, JobPlan plan, bool free, CancellationToken cancellationToken)
    {
        if (plan.Delete.Count > 0)
        {
            _expectations.ExpectDeletions(key, plan.Delete.Select(pod => pod.Metadata.Uid));
            var (deleted, error) = (0, (Exception?)null);
            foreach (var pod in plan.Delete)
            {
                try
                {
                    if (free && JobPods.IsTracked(pod))
                    {
                        await FreeAsync(pod, cancellationToken).ConfigureAwait(false);
                    }

                    if (!await _control.DeleteAsync(job, pod, cancellationToken).ConfigureAwait(false))
                    {
                        _expectations.DeletionObserved(key, pod.Metadata.Uid);
                    }

                    deleted++;
                }
                catch (ApiException e)
                {
                    _expectations.DeletionObserved(key, pod.Metadata.Uid);
                    error ??= e;
                }
            }

            return (-deleted, error);
        }

        if (plan.Create.Count == 0)
        {
            return (0, null);
        }

        _expectations.ExpectCreations(key, plan.Create.Count);
        var (created, failure) = await SlowStart.RunAsync(plan.Create.Count, async i =>
        {
            var (index, failures) = plan.Create[i];
            try
            {
                await _control.CreateAsync(
                    job, Job.Info.Kind, JobPods.TemplateFor(job, index, failures), cancellationToken, index is { } number ? $"{job.Metadata.Name}-{number}-" : "").ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Status.Details?.Causes.Any(cause => cause.Reason == "NamespaceTerminating") == true)
            {
                _expectations.CreationObserved(key);
            }
        }).ConfigureAwait(false);
        if (created < plan.Create.Count)
        {
            _expectations.CreationObserved(key, plan.Create.Count - created);
        }

        return (created, failure);
    }

    private async ValueTask<bool> WriteStatusAsync(Job job, JobStatus status, CancellationToken cancellationToken)
    {
        if (job.Status == status)
        {
            return true;
        }

        // A conflict comes again with fresh counts: counting on with old ones could count a pod twice.
        return (await _context.Client.UpdateStatusAsync(job with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull() is not null;
    }
}
