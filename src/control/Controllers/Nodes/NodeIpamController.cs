using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Events;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Nodes;

/// <summary>Gives every node its part of the cluster's pod networks, one of each family.</summary>
public sealed class NodeIpamController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<Node> _nodes;
    private readonly IEventRecorder _events;
    private readonly ReconcilerHost<string> _host;
    private readonly Lock _gate = new();
    private readonly List<CidrSet> _sets = [];

    /// <summary>Joins the informers.</summary>
    public NodeIpamController(ControllerContext context)
    {
        _context = context;
        _events = context.EventsAs("cidrAllocator");
        foreach (var cidr in context.Options.ClusterCidrs)
        {
            var network = IPNetwork.Parse(cidr);
            var ipv6 = network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
            _sets.Add(new CidrSet(network, Math.Max(network.PrefixLength, ipv6 ? context.Options.NodeCidrMaskSizeIpv6 : context.Options.NodeCidrMaskSizeIpv4)));
        }

        foreach (var cidr in context.Options.ServiceClusterIpRanges)
        {
            foreach (var set in _sets)
            {
                set.Occupy(IPNetwork.Parse(cidr));
            }
        }

        // One worker: two nodes must not be offered the same part.
        _host = context.Host<string>("cidrallocator_node", 1, ReconcileAsync);
        _nodes = context.Informers.For<Node>();
        _nodes.AddHandler(Seen, (_, after) => Seen(after), Gone);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private static IEnumerable<IPNetwork> PartsOf(Node node) => node.Spec.PodCIDRs.Where(cidr => IPNetwork.TryParse(cidr, out _)).Select(IPNetwork.Parse);

    private void Seen(Node node)
    {
        lock (_gate)
        {
            foreach (var part in PartsOf(node))
            {
                _sets.ForEach(set => set.Occupy(part));
            }
        }

        if (node.Spec.PodCIDRs.IsEmpty)
        {
            _host.Queue.Add(node.Metadata.Name);
        }
    }

    private void Gone(Node node)
    {
        lock (_gate)
        {
            foreach (var part in PartsOf(node))
            {
                _sets.ForEach(set => set.Release(part));
            }
        }
    }

    private async ValueTask ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_nodes.Get("", name) is not { } node || !node.Spec.PodCIDRs.IsEmpty)
        {
            return;
        }

        // The cache may not show yet what this controller wrote a moment ago, and a range once given cannot be changed.
        if ((await _context.Client.GetAsync<Node>("", name, cancellationToken).ConfigureAwait(false)).OrNull() is not { Spec.PodCIDRs.IsEmpty: true })
        {
            return;
        }

        var parts = new List<IPNetwork>();
        lock (_gate)
        {
            foreach (var set in _sets)
            {
                if (set.Allocate() is not { } part)
                {
                    parts.ForEach(taken => _sets.ForEach(other => other.Release(taken)));
                    _events.Event(node, EventType.Normal, "CIDRNotAvailable", $"Node {name} status is now: CIDRNotAvailable");
                    throw new InvalidOperationException("CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range");
                }

                parts.Add(part);
            }
        }

        var cidrs = parts.Select(part => part.ToString()).ToValueList();
        var patch = Patch.Strategic(Value.MapOf(("spec", Value.MapOf(
            ("podCIDR", cidrs[0]), ("podCIDRs", Value.List(cidrs.Select(cidr => (Value)cidr).ToValueList()))))));
        var result = await _context.Client.PatchAsync<Node>("", name, patch, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (result.Ok)
        {
            return;
        }

        lock (_gate)
        {
            parts.ForEach(taken => _sets.ForEach(set => set.Release(taken)));
        }

        if (!result.IsNotFound)
        {
            _events.Event(node, EventType.Normal, "CIDRAssignmentFailed", $"Node {name} status is now: CIDRAssignmentFailed");
            throw new ApiException(result.Status);
        }
    }
}
