using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Nodes;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.PodGc;

/// <summary>
/// Deletes pods that nobody else will: those of nodes that are gone (after 40 s), those deleted before they had a node, those on nodes that are
/// out of service, and the oldest ended ones beyond a number.
/// </summary>
public sealed class PodGcController : IController
{
    private static readonly TimeSpan _quarantine = TimeSpan.FromSeconds(40);
    private readonly ControllerContext _context;
    private readonly SharedInformer<Pod> _pods;
    private readonly SharedInformer<Node> _nodes;
    private readonly ReconcilerHost<NamespacedName> _host;
    private readonly ReconcilerHost<string> _ended;
    private int _endedCount;

    /// <summary>Joins the informers.</summary>
    public PodGcController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<NamespacedName>("pod_gc", 1, ReconcileAsync);
        _ended = context.Host<string>("pod_gc_terminated", 1, ReconcileEndedAsync);
        _nodes = context.Informers.For<Node>();
        _pods = context.Informers.For<Pod>().AddIndex(PodsByNode.Index, PodsByNode.Keys);
        _pods.AddHandler(Seen, (before, after) =>
        {
            CountEnded((after.IsTerminal() ? 1 : 0) - (before.IsTerminal() ? 1 : 0));
            Look(after);
        }, pod => CountEnded(pod.IsTerminal() ? -1 : 0));
        _nodes.AddHandler(
            updated: (before, after) =>
            {
                if (before.Spec.Taints != after.Spec.Taints)
                {
                    EnqueuePods(after.Metadata.Name, TimeSpan.Zero);
                }
            },
            deleted: node => EnqueuePods(node.Metadata.Name, _quarantine));
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(_host.RunAsync(cancellationToken), _ended.RunAsync(cancellationToken));

    private void Seen(Pod pod)
    {
        CountEnded(pod.IsTerminal() ? 1 : 0);
        Look(pod);
    }

    private void Look(Pod pod)
    {
        if (pod.Spec.NodeName.Length == 0 ? pod.IsDeleting() : _nodes.Get("", pod.Spec.NodeName) is null || pod.IsDeleting())
        {
            _host.Queue.Add(NamespacedName.Of(pod));
        }
    }

    private void CountEnded(int change)
    {
        if (change != 0 && Interlocked.Add(ref _endedCount, change) > _context.Options.TerminatedPodGcThreshold && _context.Options.TerminatedPodGcThreshold > 0)
        {
            _ended.Queue.AddAfter("", TimeSpan.FromSeconds(1));
        }
    }

    private void EnqueuePods(string node, TimeSpan after)
    {
        foreach (var pod in _pods.ByIndex(PodsByNode.Index, node))
        {
            _host.Queue.AddAfter(NamespacedName.Of(pod), after);
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        if (_pods.Get(key) is not { } pod)
        {
            return null;
        }

        if (pod.Spec.NodeName.Length == 0)
        {
            if (pod.IsDeleting())
            {
                await DeleteAsync(pod, null, "unscheduled", cancellationToken).ConfigureAwait(false);
            }

            return null;
        }

        if (_nodes.Get("", pod.Spec.NodeName) is { } node)
        {
            if (pod.IsDeleting() && node.Condition("Ready")?.Status != "True" && node.Spec.Taints.Any(taint => taint.Key == "node.kubernetes.io/out-of-service"))
            {
                await DeleteAsync(pod, null, "out-of-service", cancellationToken).ConfigureAwait(false);
            }

            return null;
        }

        // The pod may have been seen before its node: ask the server, and give the node time to come back.
        if (_context.Now - pod.Metadata.CreationTimestamp.Moment < _quarantine)
        {
            return _quarantine;
        }

        if ((await _context.Client.GetAsync<Node>("", pod.Spec.NodeName, cancellationToken).ConfigureAwait(false)).OrNull() is null)
        {
            await DeleteAsync(pod, new PodCondition
            {
                Type = "DisruptionTarget",
                Status = "True",
                Reason = "DeletionByPodGC",
                Message = "PodGC: node no longer exists",
                ObservedGeneration = pod.Metadata.Generation,
            }, "orphaned", cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private async ValueTask ReconcileEndedAsync(string key, CancellationToken cancellationToken)
    {
        var ended = _pods.List().Where(PodState.IsTerminal).ToList();
        var surplus = ended.Count - _context.Options.TerminatedPodGcThreshold;
        foreach (var pod in ended.OrderByDescending(pod => pod.Status.Reason == "Evicted").ThenBy(pod => pod.Metadata.CreationTimestamp).ThenBy(pod => pod.Metadata.Name, StringComparer.Ordinal).Take(surplus))
        {
            await DeleteAsync(pod, null, "terminated", cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask DeleteAsync(Pod pod, PodCondition? disruption, string reason, CancellationToken cancellationToken)
    {
        if (!pod.IsTerminal())
        {
            // A pod that will never report again is told to have failed, so that its owner replaces it.
            var failed = disruption is null ? pod : pod.WithCondition(disruption, _context.Now);
            var patch = failed.StatusPatch("Failed", disruption?.Type);
            if ((await _context.Client.PatchAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, patch, "status", cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull() is null)
            {
                return;
            }
        }

        var options = new DeleteOptions { GracePeriodSeconds = 0, Preconditions = new Api.MetaV1.Preconditions { Uid = pod.Metadata.Uid } };
        (await _context.Client.DeleteAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, options, cancellationToken).ConfigureAwait(false)).OrNull();
        _context.Metrics.Counter("pod_gc_collector_force_delete_pods_total", "Number of pods that are being forcefully deleted since the Pod GC Controller started.", Stability.Alpha, "namespace", "reason")
            .With(pod.Metadata.Namespace, reason).Inc();
    }
}
