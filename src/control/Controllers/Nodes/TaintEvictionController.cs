using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Nodes;

/// <summary>Deletes pods from nodes with taints of effect NoExecute that they do not tolerate, at once or when their toleration's time is over.</summary>
public sealed class TaintEvictionController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<Node> _nodes;
    private readonly SharedInformer<Pod> _pods;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<NamespacedName> _host;
    private readonly Counter _deletions;
    private readonly Histogram _latency;
    private readonly Lock _gate = new();
    private readonly Dictionary<NamespacedName, (string Uid, DateTimeOffset At)> _planned = [];

    /// <summary>Joins the informers.</summary>
    public TaintEvictionController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("taint-eviction-controller");
        _deletions = context.Metrics.Counter("taint_eviction_controller_pod_deletions_total", "Total number of Pods deleted by TaintEvictionController since its start.", Stability.Alpha);
        _latency = context.Metrics.Histogram(
            "taint_eviction_controller_pod_deletion_duration_seconds",
            "Latency, in seconds, between the time when a taint effect has been activated for the Pod and its deletion via TaintEvictionController.",
            Stability.Alpha,
            [0.005, 0.025, 0.1, 0.5, 1, 2.5, 10, 30, 60, 120, 180, 240]);
        _host = context.Host<NamespacedName>("noexec_taint_pod", 8, ReconcileAsync);
        _nodes = context.Informers.For<Node>();
        _pods = context.Informers.For<Pod>().AddIndex(PodsByNode.Index, PodsByNode.Keys);
        _nodes.AddHandler(
            node =>
            {
                if (ExecuteTaints(node).Count > 0)
                {
                    EnqueuePods(node);
                }
            },
            (before, after) =>
            {
                if (before.Spec.Taints != after.Spec.Taints)
                {
                    EnqueuePods(after);
                }
            });
        _pods.AddHandler(Enqueue, (before, after) =>
        {
            if (before.Spec.NodeName != after.Spec.NodeName || before.Spec.Tolerations != after.Spec.Tolerations || before.Metadata.Uid != after.Metadata.Uid)
            {
                Enqueue(after);
            }
        }, Enqueue);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private static List<Taint> ExecuteTaints(Node node) => [.. node.Spec.Taints.Where(taint => taint.Effect == "NoExecute")];

    private void Enqueue(Pod pod)
    {
        if (pod.Spec.NodeName.Length > 0)
        {
            _host.Queue.Add(NamespacedName.Of(pod));
        }
    }

    private void EnqueuePods(Node node)
    {
        foreach (var pod in _pods.ByIndex(PodsByNode.Index, node.Metadata.Name))
        {
            Enqueue(pod);
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(NamespacedName key, CancellationToken cancellationToken)
    {
        var pod = _pods.Get(key);
        var node = pod is null || pod.IsDeleting() ? null : _nodes.Get("", pod.Spec.NodeName);
        var taints = node is null ? [] : ExecuteTaints(node);
        var stay = taints.Count == 0 ? null : NodeTaints.StayOf(pod!.Spec.Tolerations, taints);
        if (stay is null)
        {
            Cancel(key, pod);
            return null;
        }

        // The time counts from when the taint came, so that a restart of the controller gives no more of it.
        var now = _context.Now;
        var since = taints.Select(taint => taint.TimeAdded?.Moment ?? now).Min();
        DateTimeOffset at;
        lock (_gate)
        {
            at = _planned.TryGetValue(key, out var plan) && plan.Uid == pod!.Metadata.Uid && plan.At <= since + stay.Value ? plan.At : since + stay.Value;
            _planned[key] = (pod!.Metadata.Uid, at);
        }

        if (at > now)
        {
            return at - now;
        }

        await EvictAsync(pod, cancellationToken).ConfigureAwait(false);
        _deletions.Inc();
        _latency.Observe(Math.Max(0, (_context.Now - at).TotalSeconds));
        lock (_gate)
        {
            _planned.Remove(key);
        }

        return null;
    }

    private void Cancel(NamespacedName key, Pod? pod)
    {
        bool planned;
        lock (_gate)
        {
            planned = _planned.Remove(key);
        }

        if (planned && pod is not null && !pod.IsDeleting())
        {
            _events.Event(pod, EventType.Normal, "TaintManagerEviction", $"Cancelling deletion of Pod {key}");
        }
    }

    private async ValueTask EvictAsync(Pod pod, CancellationToken cancellationToken)
    {
        _events.Event(pod, EventType.Normal, "TaintManagerEviction", $"Marking for deletion Pod {NamespacedName.Of(pod)}");
        var told = pod.WithCondition(
            new PodCondition
            {
                Type = "DisruptionTarget",
                Status = "True",
                Reason = "DeletionByTaintManager",
                Message = "Taint manager: deleting due to NoExecute taint",
                ObservedGeneration = pod.Metadata.Generation,
            },
            _context.Now);
        (await _context.Client.UpdateStatusAsync(told, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        var options = new DeleteOptions { Preconditions = new Api.MetaV1.Preconditions { Uid = pod.Metadata.Uid } };
        var result = await _context.Client.DeleteAsync<Pod>(pod.Metadata.Namespace, pod.Metadata.Name, options, cancellationToken).ConfigureAwait(false);
        if (!result.IsConflict)
        {
            result.OrNull();
        }
    }
}
