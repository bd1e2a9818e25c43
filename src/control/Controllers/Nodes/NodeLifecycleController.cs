using Cybernetes.Api.CoordinationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Nodes;

/// <summary>
/// Watches over nodes: one that is silent for too long has its conditions set to Unknown; conditions become taints; pods on nodes that are
/// not ready are told not to be. A node is looked at when it or its lease changes, and when its silence would be too long.
/// </summary>
public sealed partial class NodeLifecycleController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<Node> _nodes;
    private readonly SharedInformer<Pod> _pods;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<string> _host;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _heard = new(StringComparer.Ordinal);

    /// <summary>Joins the informers.</summary>
    public NodeLifecycleController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("node-controller");
        _host = context.Host<string>("node_lifecycle_controller", 8, ReconcileAsync);
        _nodes = context.Informers.For<Node>();
        var leases = context.Informers.For<Lease>(new InformerScope(Namespace: "kube-node-lease"));
        _pods = context.Informers.For<Pod>().AddIndex(PodsByNode.Index, PodsByNode.Keys);
        _nodes.AddHandler(Registered, Updated, Removed);
        TellZones(context.Metrics);
        // Only the moment when something new was seen counts, by our own clock: the node's may be wrong.
        leases.AddHandler(lease => Hear(lease.Metadata.Name), (_, lease) => Hear(lease.Metadata.Name));
        _pods.AddHandler(updated: (before, after) =>
        {
            // A pod that comes to a dead node must be told so as well.
            if (before.Spec.NodeName != after.Spec.NodeName)
            {
                _host.Queue.Add(after.Spec.NodeName);
            }
        });
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Registered(Node node)
    {
        // After a restart of the controller every node gets its full grace; a new node's begins with its creation.
        lock (_gate)
        {
            var created = node.Metadata.CreationTimestamp;
            _heard[node.Metadata.Name] = node.Status.Conditions.IsEmpty && !created.IsZero ? created.Moment : _context.Now;
        }

        _events.Event(ReferenceTo(node), EventType.Normal, "RegisteredNode", $"Node {node.Metadata.Name} event: Registered Node {node.Metadata.Name} in Controller");
        _host.Queue.Add(node.Metadata.Name);
    }

    private void Removed(Node node)
    {
        lock (_gate)
        {
            _heard.Remove(node.Metadata.Name);
        }

        _events.Event(ReferenceTo(node), EventType.Normal, "RemovingNode", $"Node {node.Metadata.Name} event: Removing Node {node.Metadata.Name} from Controller");
    }

    private static ObjectReference ReferenceTo(Node node) => new() { ApiVersion = "v1", Kind = "Node", Name = node.Metadata.Name, Uid = node.Metadata.Uid };

    private async ValueTask<TimeSpan?> ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_nodes.Get("", name) is not { } node)
        {
            return null;
        }

        var now = _context.Now;
        var grace = node.Status.Conditions.IsEmpty ? _context.Options.NodeStartupGracePeriod : _context.Options.NodeMonitorGracePeriod;
        var silence = Silence(node);
        var judged = NodeHealth.Judge(node, silence, grace, now);
        if (!ReferenceEquals(judged, node))
        {
            node = (await _context.Client.UpdateStatusAsync(judged, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        }

        var unready = node.Condition("Ready")?.Status is not "True";
        await WriteTaintsAsync(node, now, cancellationToken).ConfigureAwait(false);
        if (node.Condition("Ready") is { Status: not "True" })
        {
            await MarkPodsAsync(node, cancellationToken).ConfigureAwait(false);
        }

        if (unready)
        {
            // Evictions are spread over time by zone, and a node that is silent is looked at until it speaks.
            return _context.Options.NodeMonitorPeriod;
        }

        var left = grace - silence;
        return left > TimeSpan.Zero ? left + TimeSpan.FromMilliseconds(100) : _context.Options.NodeMonitorPeriod;
    }

    private TimeSpan Silence(Node node)
    {
        lock (_gate)
        {
            return _heard.TryGetValue(node.Metadata.Name, out var heard) ? _context.Now - heard : TimeSpan.Zero;
        }
    }

    private void Hear(string node)
    {
        lock (_gate)
        {
            _heard[node] = _context.Now;
        }
    }

    private void Updated(Node before, Node after)
    {
        if (before.Condition("Ready")?.LastHeartbeatTime != after.Condition("Ready")?.LastHeartbeatTime)
        {
            Hear(after.Metadata.Name);
        }

        _host.Queue.Add(after.Metadata.Name);
    }

    private async ValueTask MarkPodsAsync(Node node, CancellationToken cancellationToken)
    {
        foreach (var pod in _pods.ByIndex(PodsByNode.Index, node.Metadata.Name))
        {
            if (!pod.IsReady() || pod.Condition("Ready") is not { } ready)
            {
                continue;
            }

            var changed = pod.WithCondition(ready with { Status = "False" }, _context.Now);
            var result = await _context.Client.UpdateStatusAsync(changed, cancellationToken: cancellationToken).ConfigureAwait(false);
            result.OrNull();
            _events.Event(pod, EventType.Warning, "NodeNotReady", "Node is not ready");
        }
    }
}
