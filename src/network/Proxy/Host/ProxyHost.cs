using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Base.Metrics;
using Cybernetes.Informers.Caching;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Services;
using Microsoft.Extensions.Logging;
using IPAddress = System.Net.IPAddress;

namespace Cybernetes.Proxy.Host;

/// <summary>
/// The proxy of a node: watches Services, EndpointSlices and its Node, and keeps the kernel's nftables as they say. Level-triggered:
/// a change only marks a key; what is sent comes from the informers' present state.
/// </summary>
public sealed class ProxyHost
{
    private const string ByService = "proxy-service";
    private const string ServiceNameLabel = "kubernetes.io/service-name";
    private const string NodeKey = "(node)";
    private const string PodsKey = "(pods)";
    private readonly ProxyHostOptions _options;
    private readonly INftables _nftables;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly SharedInformer<Service> _services;
    private readonly SharedInformer<EndpointSlice> _slices;
    private readonly SharedInformer<Node> _nodes;
    private readonly SharedInformer<ServiceCIDR> _ranges;
    private readonly SharedInformer<Pod>? _pods;
    private readonly InformerFactory? _agent;
    private readonly DirtyKeys _dirty = new();
    private readonly ProxyPages _pages;
    private readonly HealthCheckNodePorts _healthPorts;
    private readonly Histogram _syncSeconds;

    /// <summary>
    /// Asks the factories for their informers; nothing runs yet. <paramref name="informers"/> need what upstream's proxy may read
    /// (system:node-proxier). <paramref name="agent"/> reads pods, namespaces and NetworkPolicies too; without it there are no host ports
    /// and policies are not enforced.
    /// </summary>
    public ProxyHost(ProxyHostOptions options, InformerFactory informers, InformerFactory? agent, INftables nftables, ILogger logger, MetricsRegistry metrics, TimeProvider? time = null)
    {
        (_options, _agent, _nftables, _logger, _time) = (options, agent, nftables, logger, time ?? TimeProvider.System);
        _pages = new ProxyPages(options, metrics, logger, _time);
        _healthPorts = new HealthCheckNodePorts(logger);
        _syncSeconds = metrics.Histogram("kubeproxy_sync_proxy_rules_duration_seconds", "SyncProxyRules latency in seconds", Stability.Alpha,
            Histogram.Exponential(0.001, 2, 15), "ip_family");
        _services = informers.For<Service>();
        _slices = informers.For<EndpointSlice>().AddIndex(ByService, s => KeyOf(s) is { } key ? [key] : []);
        _nodes = informers.For<Node>(new InformerScope(FieldSelector: "metadata.name=" + options.NodeName));
        _ranges = informers.For<ServiceCIDR>();
        _pods = agent?.For<Pod>(new InformerScope(FieldSelector: "spec.nodeName=" + options.NodeName));
    }

    /// <summary>
    /// Runs until cancelled; the informers are run by the caller. The rules stay when it ends, as upstream's do: traffic goes on
    /// while a proxy is restarted.
    /// </summary>
    public static Task RunAsync(ProxyHostOptions options, InformerFactory informers, InformerFactory? agent, ILogger logger, MetricsRegistry? metrics = null, CancellationToken cancellationToken = default) =>
        new ProxyHost(options, informers, agent, new NftRunner(), logger, metrics ?? new MetricsRegistry()).RunAsync(cancellationToken);

    /// <inheritdoc cref="RunAsync(ProxyHostOptions, InformerFactory, InformerFactory, ILogger, MetricsRegistry, CancellationToken)"/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // 1. Hear of changes, and wait for the first lists: a half-known cluster would cut working traffic.
        using var services = _services.AddHandler(s => Mark(s), (_, s) => Mark(s), s => Mark(s));
        using var slices = _slices.AddHandler(Mark, (before, after) => { Mark(before); Mark(after); }, Mark);
        using var nodes = _nodes.AddHandler(_ => _dirty.Mark(NodeKey), (_, _) => _dirty.Mark(NodeKey));
        using var ranges = _ranges.AddHandler(_ => _dirty.Mark(NodeKey), (_, _) => _dirty.Mark(NodeKey), _ => _dirty.Mark(NodeKey));
        using var pods = _pods?.AddHandler(p => MarkHostPorts(p), (_, p) => MarkHostPorts(p), p => MarkHostPorts(p));
        var pages = _pages.RunAsync(cancellationToken);
        var policies = _agent is not null && _options.EnforcesPolicies ? new Policy.PolicyHost(_agent, _nftables, _options.NodeName, _logger).RunAsync(cancellationToken) : Task.CompletedTask;
        try
        {
            await _services.WaitForSyncAsync(cancellationToken);
            await _slices.WaitForSyncAsync(cancellationToken);
            await _nodes.WaitForSyncAsync(cancellationToken);
            await _ranges.WaitForSyncAsync(cancellationToken);
            await (_pods?.WaitForSyncAsync(cancellationToken) ?? Task.CompletedTask);

            // 2. The first sync makes the tables anew.
            var table = new ServiceTable(_nftables, ReadNode(), NftFamilyNames.OfThisMachine());
            ProxyLog.Started(_logger, _options.NodeName, string.Join(' ', table.Node.NodePortAddresses));
            foreach (var service in _services.List())
            {
                Mark(service);
            }

            // 3. From then on what changed, and now and then a look whether the tables are still there.
            while (true)
            {
                var keys = await _dirty.TakeAsync(_options.SyncPeriod, cancellationToken);
                await SyncAsync(table, keys, cancellationToken);
                if (_options.MinSyncPeriod > TimeSpan.Zero)
                {
                    await Task.Delay(_options.MinSyncPeriod, _time, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
        finally
        {
            await _healthPorts.DisposeAsync();
            await Task.WhenAll(pages, policies);
        }
    }

    private static string? KeyOf(EndpointSlice slice) =>
        slice.Metadata.Labels.TryGetValue(ServiceNameLabel, out var name) ? slice.Metadata.Namespace + "/" + name : null;

    private async Task SyncAsync(ServiceTable table, IReadOnlySet<string> keys, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        IEnumerable<string> changed = keys;
        if (keys.Contains(NodeKey))
        {
            _pages.Eligible = IsEligible(_nodes.Get("", _options.NodeName));
        }

        if (keys.Contains(NodeKey) && ReadNode() is var node && !node.IsSameAs(table.Node))
        {
            table.PutNode(node);
            changed = keys.Union(_services.List().Select(s => s.Metadata.Namespace + "/" + s.Metadata.Name));
        }

        var stale = new List<string[]>();
        if (keys.Contains(PodsKey) && _pods is not null)
        {
            table.PutPods(_pods.List());
        }

        foreach (var key in changed.Where(k => k is not (NodeKey or PodsKey)))
        {
            var slash = key.IndexOf('/');
            var service = _services.Get(key[..slash], key[(slash + 1)..]);
            var slices = _slices.ByIndex(ByService, key);
            stale.AddRange(table.Put(key, service, slices));
            _healthPorts.Put(key, service, slices, _options.NodeName);
        }

        if (keys.Count == 0)
        {
            await table.LookAfterAsync(cancellationToken);
        }

        var sync = await table.SyncAsync(cancellationToken);
        if (sync.RebuildReason is { } why)
        {
            ProxyLog.Rebuilt(_logger, why);
        }

        foreach (var (owner, reason) in sync.Refused)
        {
            ProxyLog.Refused(_logger, owner, reason);
        }

        await StaleFlows.CleanAsync(stale, cancellationToken);
        var elapsed = _time.GetElapsedTime(started);
        _syncSeconds.With("IPv4").Observe(elapsed.TotalSeconds);
        _pages.Synced(sync.Refused.Count == 0);
        ProxyLog.Synced(_logger, keys.Count, sync.Operations, elapsed.TotalMilliseconds);
    }

    private ProxyNode ReadNode()
    {
        var node = _nodes.Get("", _options.NodeName);
        ImmutableArray<IPAddress> addresses = !_options.NodeAddresses.IsEmpty ? _options.NodeAddresses
            : [.. (node?.Status.Addresses.Where(a => a.Type == "InternalIP") ?? []).Select(a => IPAddress.TryParse(a.Address, out var ip) ? ip : null).OfType<IPAddress>()];
        return new ProxyNode(_options.NodeName)
        {
            Zone = node?.Metadata.Labels.GetValueOrDefault("topology.kubernetes.io/zone") ?? "",
            NodePortAddresses = _options.NodePortAddresses.IsEmpty ? addresses : OwnAddresses(_options.NodePortAddresses),
            ClusterCidrs = _options.ClusterCidrs,
            ServiceCidrs = ServiceRanges(),
            MasqueradeAll = _options.MasqueradeAll,
            MasqueradeBit = 1u << _options.MasqueradeBit,
        };
    }

    private ImmutableArray<IPNetwork> ServiceRanges()
    {
        var texts = _ranges.List().SelectMany(r => r.Spec.Cidrs).Distinct().Order(StringComparer.Ordinal);
        ImmutableArray<IPNetwork> ranges = [.. texts.Select(t => IPNetwork.TryParse(t, out var range) ? range : (IPNetwork?)null).OfType<IPNetwork>()];
        return ranges.IsEmpty ? _options.ServiceCidrs : ranges;
    }

    /// <summary>Whether load balancers may still send to the node: not to one that is to go.</summary>
    internal static bool IsEligible(Node? node) =>
        node is null || (node.Metadata.DeletionTimestamp is null && !node.Spec.Taints.Any(t => t.Key == "ToBeDeletedByClusterAutoscaler"));

    private static ImmutableArray<IPAddress> OwnAddresses(ImmutableArray<IPNetwork> ranges) =>
        [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => new IPAddress(a.Address.GetAddressBytes()))
            .Where(a => !IPAddress.IsLoopback(a) && ranges.Any(r => r.BaseAddress.AddressFamily == a.AddressFamily && r.Contains(a))).Distinct()];

    private void MarkHostPorts(Pod pod)
    {
        if (!pod.Spec.HostNetwork && pod.Spec.Containers.Concat(pod.Spec.InitContainers).Any(c => c.Ports.Any(p => p.HostPort > 0)))
        {
            _dirty.Mark(PodsKey);
        }
    }

    private void Mark(Service service) => _dirty.Mark(service.Metadata.Namespace + "/" + service.Metadata.Name);

    private void Mark(EndpointSlice slice)
    {
        if (KeyOf(slice) is { } key)
        {
            _dirty.Mark(key);
        }
    }
}
