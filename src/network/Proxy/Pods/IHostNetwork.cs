using System.Collections.Immutable;
using System.Net;

namespace Cybernetes.Proxy.Pods;

/// <summary>A node as others reach its pods: its addresses and its pods' ranges.</summary>
public sealed record PodNode(ImmutableArray<IPAddress> Addresses, ImmutableArray<IPNetwork> Ranges)
{
    /// <summary>Its address in the family of <paramref name="like"/>; null when it has none.</summary>
    public IPAddress? AddressLike(IPAddress like) => Addresses.FirstOrDefault(a => a.AddressFamily == like.AddressFamily);
}

/// <summary>The node's own network settings.</summary>
public interface IHostNetwork
{
    /// <summary>Writes a kernel setting ("net/ipv4/ip_forward"); one that does not exist is passed over.</summary>
    void SetSysctl(string name, string value);

    /// <summary>
    /// Makes the pods of these nodes, and of no others, reachable from <paramref name="self"/>; takes away what it made before for nodes
    /// that are gone. A problem's text, or null.
    /// </summary>
    ValueTask<string?> SetPeersAsync(PodNode self, IReadOnlyCollection<PodNode> peers, CancellationToken cancellationToken);
}
