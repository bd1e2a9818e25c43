using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Cybernetes.Nftables;

namespace Cybernetes.Proxy;

/// <summary>What the proxy needs to know of the machine it runs on.</summary>
public sealed record ProxyNode(string Name)
{
    /// <summary>The zone of the node (label topology.kubernetes.io/zone); "" when it has none.</summary>
    public string Zone { get; init; } = "";

    /// <summary>The addresses node ports are open on.</summary>
    public ImmutableArray<IPAddress> NodePortAddresses { get; init; } = [];

    /// <summary>Where pods have their addresses from: what comes from elsewhere to a cluster address is masqueraded. None: nothing is.</summary>
    public ImmutableArray<IPNetwork> ClusterCidrs { get; init; } = [];

    /// <summary>Where Services have their addresses from: addresses nobody has are refused.</summary>
    public ImmutableArray<IPNetwork> ServiceCidrs { get; init; } = [];

    /// <summary>Masquerade all traffic to cluster addresses.</summary>
    public bool MasqueradeAll { get; init; }

    /// <summary>The mark bit of packets to be masqueraded.</summary>
    public uint MasqueradeBit { get; init; } = 0x4000;

    /// <summary>Nothing differs that rules are made of.</summary>
    public bool IsSameAs(ProxyNode other) =>
        this with { NodePortAddresses = other.NodePortAddresses, ClusterCidrs = other.ClusterCidrs, ServiceCidrs = other.ServiceCidrs } == other
        && NodePortAddresses.SequenceEqual(other.NodePortAddresses) && ClusterCidrs.SequenceEqual(other.ClusterCidrs) && ServiceCidrs.SequenceEqual(other.ServiceCidrs);

    internal ImmutableArray<string> Pods(NftFamily family) => Of(ClusterCidrs, family);

    internal ImmutableArray<string> Services(NftFamily family) => Of(ServiceCidrs, family);

    internal static bool Is(NftFamily family, IPAddress address) =>
        address.AddressFamily == (family == NftFamily.Ip ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6);

    private static ImmutableArray<string> Of(ImmutableArray<IPNetwork> networks, NftFamily family) =>
        [.. networks.Where(n => Is(family, n.BaseAddress)).Select(n => n.ToString())];
}
