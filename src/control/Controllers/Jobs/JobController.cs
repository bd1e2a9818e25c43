using System.Collections.Concurrent;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Jobs;

/// <summary>Runs Jobs to their end. Every pod that ends is counted exactly once: it is held by a finalizer until the status has it.</summary>
public sealed partial class JobController : IController
{
    private const string ManagedByUs = "kubernetes.io/job-controller";
    private readonly ControllerContext _context;
    private readonly SharedInformer<Job> _jobs;
    private readonly SharedInformer<Pod> _pods;
    private readonly Expectations _expectations;
    private readonly IEventRecorder _events;
    private readonly PodControl _control;
    private readonly JobMetrics _metrics;
    private readonly ReconcilerHost<NamespacedName> _host;
    private readonly ReconcilerHost<NamespacedName> _orphans;
    private readonly ConcurrentDictionary<NamespacedName, JobBackoff> _backoffs = [];
    private readonly ConcurrentDictionary<string, byte> _freed = new(StringComparer.Ordinal);

    /// <summary>Joins the informers.</summary>
    public JobController(ControllerContext context)
    {
        _context = context;
        _expectations = new Expectations(context.Time);
        _events = context.EventsAs("job-controller");
        _control = new PodControl(context.Client, _events);
        _metrics = new JobMetrics(context.Metrics);
        _host = context.Host<NamespacedName>("job", context.Options.ConcurrentJobSyncs, ReconcileAsync);
        _orphans = context.Host<NamespacedName>("job_orphan_pod", 1, FreeOrphanAsync);
        _jobs = context.Informers.For<Job>();
        _pods = context.Informers.For<Pod>().AddIndex(Owners.Index, Owners.IndexKeys);
        _jobs.AddHandler(JobAdded, (_, after) => Enqueue(after), JobDeleted);
        _pods.AddHandler(PodAdded, PodUpdated, PodDeleted);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_host.RunAsync(cancellationToken), _orphans.RunAsync(cancellationToken));

    private void Enqueue(Job job) => _host.Queue.Add(NamespacedName.Of(job));

    private void JobAdded(Job job)
    {
        if (job.Spec.ManagedBy is { } manager && manager != ManagedByUs)
        {
            _metrics.Foreign(manager);
        }

        Enqueue(job);
    }

    private Job? OwnerOf(Pod pod) =>
        pod.ControllerOf() is { Kind: "Job" } reference && _jobs.Get(pod.Metadata.Namespace, reference.Name) is { } job && job.Metadata.Uid == reference.Uid ? job : null;

    private void JobDeleted(Job job)
    {
        var key = NamespacedName.Of(job);
        _expectations.Forget(key);
        _backoffs.TryRemove(key, out _);
        foreach (var pod in _pods.ByIndex(Owners.Index, job.Metadata.Uid))
        {
            _orphans.Queue.Add(NamespacedName.Of(pod));
        }
    }

    private void PodAdded(Pod pod)
    {
        if (OwnerOf(pod) is { } job)
        {
            _expectations.CreationObserved(NamespacedName.Of(job));
            Enqueue(job);
        }
        else if (pod.ControllerOf() is null)
        {
            foreach (var candidate in _jobs.List(pod.Metadata.Namespace))
            {
                if (candidate.Spec.Selector.ToSelector().Matches(pod.Metadata.Labels))
                {
                    Enqueue(candidate);
                }
            }

            LookAfterOrphan(pod);
        }
        else
        {
            LookAfterOrphan(pod);
        }
    }

    private void PodUpdated(Pod before, Pod after)
    {
        if (!before.IsDeleting() && after.IsDeleting() && OwnerOf(after) is { } owner)
        {
            _expectations.DeletionObserved(NamespacedName.Of(owner), after.Metadata.Uid);
        }

        if (OwnerOf(before) is { } former)
        {
            Enqueue(former);
        }

        if (OwnerOf(after) is { } job)
        {
            Enqueue(job);
        }
        else
        {
            LookAfterOrphan(after);
        }
    }

    private void PodDeleted(Pod pod)
    {
        _freed.TryRemove(pod.Metadata.Uid, out _);
        if (OwnerOf(pod) is { } job)
        {
            _expectations.DeletionObserved(NamespacedName.Of(job), pod.Metadata.Uid);
            Enqueue(job);
        }
    }

    // A pod whose Job is gone waits for nobody's count.
    private void LookAfterOrphan(Pod pod)
    {
        if (JobPods.IsTracked(pod))
        {
            _orphans.Queue.AddAfter(NamespacedName.Of(pod), TimeSpan.FromSeconds(1));
        }
    }

    private async ValueTask FreeOrphanAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_pods.Get(key) is not { } pod || !JobPods.IsTracked(pod) || OwnerOf(pod) is not null)
        {
            return;
        }

        if (pod.ControllerOf() is { Kind: "Job" } reference)
        {
            var job = (await _context.Client.GetAsync<Job>(key.Namespace, reference.Name, cancellationToken).ConfigureAwait(false)).OrNull();
            if (job?.Metadata.Uid == reference.Uid)
            {
                return;
            }
        }

        await FreeAsync(pod, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask FreeAsync(Pod pod, CancellationToken cancellationToken)
    {
        var patch = Patch.Strategic(Value.MapOf(("metadata", Value.MapOf(
            ("uid", pod.Metadata.Uid), ("$deleteFromPrimitiveList/finalizers", Value.List([JobPods.Finalizer]))))));
        var result = await _context.Client.PatchAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, patch, cancellationToken: cancellationToken).ConfigureAwait(false);
        // A conflict is another pod of the same name.
        if (!result.IsConflict)
        {
            result.OrNull();
        }

        _freed[pod.Metadata.Uid] = 0;
    }
}
