using System.Collections.Immutable;
using System.Net;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Nftables;

namespace Cybernetes.Proxy.Services;

/// <summary>An address and port behind a Service port, with what decides whether it is used here.</summary>
internal sealed record ServiceEndpoint(string Address, int Port, bool Ready, bool Serving, bool Terminating, bool Local)
{
    public ImmutableArray<string> ZoneHints { get; init; } = [];

    public ImmutableArray<string> NodeHints { get; init; } = [];
}

/// <summary>The endpoints of one Service port that this node uses, by the rules of traffic policies, topology hints and termination.</summary>
internal sealed record ChosenEndpoints(ImmutableArray<ServiceEndpoint> Cluster, ImmutableArray<ServiceEndpoint> Local, bool AnyReady)
{
    /// <summary>
    /// Ready endpoints near enough, or, when none is ready, those that still serve while they end (KEP-1669, KEP-2433).
    /// </summary>
    public static ChosenEndpoints Choose(IReadOnlyList<ServiceEndpoint> all, ProxyNode node)
    {
        var ready = all.Where(e => e.Ready).ToList();
        var cluster = ready.Count > 0 ? Near(ready, node) : [.. all.Where(e => e.Serving && e.Terminating)];
        ImmutableArray<ServiceEndpoint> local = [.. ready.Where(e => e.Local)];
        if (local.IsEmpty)
        {
            local = [.. all.Where(e => e.Local && e.Serving && e.Terminating)];
        }

        return new ChosenEndpoints(Sorted(cluster), Sorted(local), cluster.Length > 0 || local.Length > 0);
    }

    /// <summary>The endpoints of a Service port in a family, from its slices; the same address and port once.</summary>
    public static List<ServiceEndpoint> Read(IEnumerable<EndpointSlice> slices, string portName, string protocol, NftFamily family, ProxyNode node)
    {
        var type = family == NftFamily.Ip ? "IPv4" : "IPv6";
        var found = new Dictionary<(string, int), ServiceEndpoint>();
        foreach (var slice in slices.Where(s => s.AddressType == type))
        {
            foreach (var port in slice.Ports)
            {
                if ((port.Name ?? "") != portName || !(port.Protocol ?? "TCP").Equals(protocol, StringComparison.OrdinalIgnoreCase) || port.Port is not { } number)
                {
                    continue;
                }

                foreach (var endpoint in slice.Endpoints)
                {
                    if (endpoint.Addresses.Count == 0 || !IPAddress.TryParse(endpoint.Addresses[0], out var address) || !ProxyNode.Is(family, address))
                    {
                        continue;
                    }

                    var ready = endpoint.Conditions.Ready ?? true;
                    var one = new ServiceEndpoint(address.ToString(), number, ready, endpoint.Conditions.Serving ?? ready, endpoint.Conditions.Terminating ?? false, endpoint.NodeName == node.Name)
                    {
                        ZoneHints = [.. endpoint.Hints?.ForZones.Select(z => z.Name) ?? []],
                        NodeHints = [.. endpoint.Hints?.ForNodes.Select(n => n.Name) ?? []],
                    };
                    if (!found.TryGetValue((one.Address, number), out var other) || (!other.Ready && ready))
                    {
                        found[(one.Address, number)] = one;
                    }
                }
            }
        }

        return [.. found.Values];
    }

    private static ImmutableArray<ServiceEndpoint> Near(List<ServiceEndpoint> ready, ProxyNode node)
    {
        if (ready.TrueForAll(e => !e.NodeHints.IsEmpty) && ready.Where(e => e.NodeHints.Contains(node.Name)).ToImmutableArray() is { IsEmpty: false } sameNode)
        {
            return sameNode;
        }

        return node.Zone.Length > 0 && ready.TrueForAll(e => !e.ZoneHints.IsEmpty) && ready.Where(e => e.ZoneHints.Contains(node.Zone)).ToImmutableArray() is { IsEmpty: false } sameZone
            ? sameZone : [.. ready];
    }

    private static ImmutableArray<ServiceEndpoint> Sorted(ImmutableArray<ServiceEndpoint> endpoints) =>
        [.. endpoints.OrderBy(e => e.Address, StringComparer.Ordinal).ThenBy(e => e.Port)];
}
