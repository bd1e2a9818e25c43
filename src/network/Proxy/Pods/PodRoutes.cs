using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Cybernetes.Proxy.Pods;

/// <summary>The far end of the tunnel to a node: where its packets are sent, and the link address it has inside.</summary>
internal readonly record struct TunnelEnd(IPAddress Outer, string LinkAddress)
{
    /// <summary>A node's link address follows from its address, so that nobody has to tell it: 02:c8 and four bytes of its hash.</summary>
    public static TunnelEnd Of(IPAddress outer)
    {
        var hash = SHA256.HashData(outer.GetAddressBytes());
        return new TunnelEnd(outer, $"02:c8:{hash[0]:x2}:{hash[1]:x2}:{hash[2]:x2}:{hash[3]:x2}");
    }
}

/// <summary>A route to a range of pods: over the network that both nodes are on, or through the tunnel to <see cref="Tunnel"/>.</summary>
internal readonly record struct PodRoute(IPAddress Via, TunnelEnd? Tunnel);

/// <summary>Which way the pods of other nodes are reached. Pure.</summary>
internal static class PodRoutes
{
    /// <summary>
    /// A route for each range. A node whose address is in one of those of <paramref name="networks"/>, which this node is on, that its own address is in, is the next hop itself;
    /// to others the packets go wrapped. Inside the tunnel a node is known by the first address of its range, which no pod has.
    /// </summary>
    public static Dictionary<IPNetwork, PodRoute> Of(PodNode self, IEnumerable<PodNode> peers, IReadOnlyCollection<IPNetwork> networks)
    {
        // Both ends must see it alike: a node that is near by a second network, on which only this one is, would answer another way than it is asked.
        var shared = networks.Where(n => self.Addresses.Any(own => own.AddressFamily == n.BaseAddress.AddressFamily && n.Contains(own))).ToList();
        var routes = new Dictionary<IPNetwork, PodRoute>();
        foreach (var peer in peers)
        {
            foreach (var range in peer.Ranges)
            {
                if (peer.AddressLike(range.BaseAddress) is { } next && shared.Any(n => n.BaseAddress.AddressFamily == next.AddressFamily && n.Contains(next)))
                {
                    routes[range] = new PodRoute(next, null);
                }
                else if (OuterOf(self) is { } own && peer.AddressLike(own) is { } outer)
                {
                    routes[range] = new PodRoute(range.BaseAddress, TunnelEnd.Of(outer));
                }
            }
        }

        return routes;
    }

    /// <summary>The address that a node's tunnel has outside.</summary>
    public static IPAddress? OuterOf(PodNode node) => node.Addresses.FirstOrDefault();

    /// <summary>The networks in the output of "ip -o addr show".</summary>
    public static ImmutableArray<IPNetwork> Networks(string output) =>
    [
        .. output.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 3 && words[2] is "inet" or "inet6" && words[1] != Tunnel.Device)
            .Select(words => Network(words[3])).OfType<IPNetwork>().Where(n => n.PrefixLength < (n.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)),
    ];

    /// <summary>The destinations in the output of "ip -o route show".</summary>
    public static ImmutableArray<IPNetwork> Destinations(string output) =>
        [.. output.Split('\n').Select(line => line.Split(' ', 2)[0]).Select(word => IPNetwork.TryParse(word, out var range) ? range : (IPNetwork?)null).OfType<IPNetwork>()];

    private static IPNetwork? Network(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0 || !IPAddress.TryParse(text[..slash], out var address) || !int.TryParse(text[(slash + 1)..], out var length))
        {
            return null;
        }

        // The host's bits go: IPNetwork takes none.
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(length - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xff << (8 - kept));
        }

        return new IPNetwork(new IPAddress(bytes), length);
    }
}
