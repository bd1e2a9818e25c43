using System.Collections.Immutable;
using System.Net;

namespace Cybernetes.Proxy.Host;

/// <summary>How the proxy of a node is run.</summary>
public sealed record ProxyHostOptions(string NodeName)
{
    /// <summary>Where pods have their addresses from (--cluster-cidr).</summary>
    public ImmutableArray<IPNetwork> ClusterCidrs { get; init; } = [];

    /// <summary>Where Services have their addresses from until ServiceCIDR objects say so; addresses in them that nobody has are refused.</summary>
    public ImmutableArray<IPNetwork> ServiceCidrs { get; init; } = [];

    /// <summary>Ranges of this node's addresses that node ports are open on; none: the addresses in the Node's status.</summary>
    public ImmutableArray<IPNetwork> NodePortAddresses { get; init; } = [];

    /// <summary>The node's addresses, when its Node object does not have to be waited for.</summary>
    public ImmutableArray<IPAddress> NodeAddresses { get; init; } = [];

    /// <summary>Masquerade all traffic to cluster addresses (--masquerade-all).</summary>
    public bool MasqueradeAll { get; init; }

    /// <summary>Which bit of the packet mark says "masquerade" (--iptables-masquerade-bit's meaning): 0 to 31.</summary>
    public int MasqueradeBit { get; init; } = 14;

    /// <summary>How often the tables are looked after when nothing changes.</summary>
    public TimeSpan SyncPeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Changes within this time are sent together.</summary>
    public TimeSpan MinSyncPeriod { get; init; } = TimeSpan.Zero;

    /// <summary>Where /healthz and /livez are served; null: nowhere.</summary>
    public IPEndPoint? HealthzAddress { get; init; }

    /// <summary>Where /metrics and /proxyMode are served; null: nowhere.</summary>
    public IPEndPoint? MetricsAddress { get; init; }

    /// <summary>Enforce NetworkPolicies.</summary>
    public bool EnforcesPolicies { get; init; } = true;
}
