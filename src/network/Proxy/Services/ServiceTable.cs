using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Nftables;

namespace Cybernetes.Proxy.Services;

/// <summary>What one sync did.</summary>
public sealed record ProxySync(int Operations, int Rebuilt, IReadOnlyDictionary<string, string> Refused)
{
    /// <summary>What nft said when changes alone were refused and the table was made anew.</summary>
    public string? RebuildReason { get; init; }
}

/// <summary>
/// The Services of a node as nftables: told of changed Services with their slices, it sends what differs in one transaction a family.
/// One caller at a time.
/// </summary>
public sealed class ServiceTable
{
    private const string Comment = "rules for kube-proxy";
    private const string HostPortOwner = "(host ports)";
    private readonly (NftLedger Ledger, NftSynchronizer Synchronizer)[] _families;
    private readonly Dictionary<string, Host.UdpState> _udp = [];
    private ProxyNode _node;

    /// <summary>A table for the families given, empty until the first sync.</summary>
    public ServiceTable(INftables nftables, ProxyNode node, params NftFamily[] families)
    {
        _node = node;
        _families = [.. families.Select(family =>
        {
            var ledger = new NftLedger(family, ProxyNames.Table, Comment);
            ledger.Put(ProxyNames.Frame, ProxyFrame.Build(family, node));
            return (ledger, new NftSynchronizer(nftables, ledger, ProxyNames.Frame));
        })];
    }

    /// <summary>The node as the rules see it.</summary>
    public ProxyNode Node => _node;

    /// <summary>
    /// Takes the new state of a Service; null: it is gone. <paramref name="key"/> is "namespace/name". Gives the arguments of the conntrack
    /// commands that end UDP flows to endpoints it no longer has, to be run after the sync.
    /// </summary>
    public IReadOnlyList<string[]> Put(string key, Service? service, IReadOnlyCollection<EndpointSlice> slices)
    {
        foreach (var (ledger, _) in _families)
        {
            var contribution = service is null ? NftContribution.Empty : ServiceProgram.Build(service, slices, ledger.Family, _node);
            ledger.Put(key, contribution.Elements.IsEmpty ? null : contribution);
        }

        var udp = Host.UdpState.Of(service, slices, _node);
        var stale = Host.StaleFlows.Between(_udp.GetValueOrDefault(key, Host.UdpState.None), udp);
        if (udp.Frontends.Count > 0)
        {
            _udp[key] = udp;
        }
        else
        {
            _udp.Remove(key);
        }

        return stale;
    }

    /// <summary>Takes the pods of this node, for their host ports.</summary>
    public void PutPods(IReadOnlyCollection<Pod> pods)
    {
        foreach (var (ledger, _) in _families)
        {
            var contribution = HostPorts.Build(pods, ledger.Family);
            ledger.Put(HostPortOwner, contribution.Elements.IsEmpty ? null : contribution);
        }
    }

    /// <summary>Sees to it that the next sync makes the tables anew if somebody took them away.</summary>
    public async ValueTask LookAfterAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, synchronizer) in _families)
        {
            await synchronizer.LookAfterAsync(cancellationToken);
        }
    }

    /// <summary>The node changed (its addresses, zone or ranges); Services have to be put again, because their endpoints depend on it.</summary>
    public void PutNode(ProxyNode node)
    {
        _node = node;
        foreach (var (ledger, _) in _families)
        {
            ledger.Put(ProxyNames.Frame, ProxyFrame.Build(ledger.Family, node));
        }
    }

    /// <summary>Brings the kernel up to date.</summary>
    public async ValueTask<ProxySync> SyncAsync(CancellationToken cancellationToken)
    {
        var operations = 0;
        var rebuilt = 0;
        string? reason = null;
        var refused = new Dictionary<string, string>();
        foreach (var (_, synchronizer) in _families)
        {
            var report = await synchronizer.SyncAsync(cancellationToken);
            operations += report.Operations;
            rebuilt += report.Rebuilt ? 1 : 0;
            reason ??= report.RebuildReason;
            foreach (var (owner, words) in report.Refused)
            {
                refused[owner] = words;
            }
        }

        return new ProxySync(operations, rebuilt, refused) { RebuildReason = reason };
    }

    /// <summary>The next sync makes the tables anew.</summary>
    public void Invalidate()
    {
        foreach (var (_, synchronizer) in _families)
        {
            synchronizer.Invalidate();
        }
    }

    /// <summary>Removes the proxy's tables and nothing else, as "kube-proxy --cleanup" does.</summary>
    public static async ValueTask<NftResult> RemoveAsync(INftables nftables, CancellationToken cancellationToken)
    {
        foreach (var family in (NftFamily[])[NftFamily.Ip, NftFamily.Ip6])
        {
            var result = await nftables.ApplyAsync(new NftLedger(family, ProxyNames.Table, Comment).Removal(), cancellationToken);
            if (!result.Succeeded)
            {
                return result;
            }
        }

        return new NftResult(null);
    }
}
