using System.Collections.Immutable;
using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Nftables;
using static Cybernetes.Proxy.Services.ProxyNames;

namespace Cybernetes.Proxy.Services;

/// <summary>What one Service wants in the table of a family: a pure function of the Service, its slices and the node.</summary>
internal sealed class ServiceProgram
{
    private readonly NftFamily _family;
    private readonly ProxyNode _node;
    private readonly Service _service;
    private readonly ServiceFrontends _frontends;
    private readonly ImmutableArray<NftElement>.Builder _elements = ImmutableArray.CreateBuilder<NftElement>();
    private readonly ImmutableArray<NftChain>.Builder _chains = ImmutableArray.CreateBuilder<NftChain>();
    private readonly ImmutableArray<NftSet>.Builder _sets = ImmutableArray.CreateBuilder<NftSet>();

    private ServiceProgram(Service service, NftFamily family, ProxyNode node) =>
        (_service, _family, _node, _frontends) = (service, family, node, ServiceFrontends.Read(service, family));

    /// <summary>Empty for Services that are not proxied.</summary>
    public static NftContribution Build(Service service, IReadOnlyCollection<EndpointSlice> slices, NftFamily family, ProxyNode node)
    {
        if (!ServiceFrontends.IsProxied(service))
        {
            return NftContribution.Empty;
        }

        var program = new ServiceProgram(service, family, node);
        foreach (var port in service.Spec.Ports)
        {
            var protocol = port.Protocol.Length == 0 ? "tcp" : port.Protocol.ToLowerInvariant();
            program.AddPort(port, protocol, ChosenEndpoints.Choose(ChosenEndpoints.Read(slices, port.Name, protocol, family, node), node));
        }

        program._elements.AddRange(program._frontends.Cluster.Select(ip => new NftElement(ClusterIps, ip)));
        return new NftContribution
        {
            Sets = program._sets.ToImmutable(),
            Chains = program._chains.ToImmutable(),
            Elements = program._elements.ToImmutable(),
        };
    }

    private static string Key(string address, string protocol, int port) => string.Create(CultureInfo.InvariantCulture, $"{address} . {protocol} . {port}");

    private static string Key(string protocol, int port) => string.Create(CultureInfo.InvariantCulture, $"{protocol} . {port}");

    private void AddPort(ServicePort port, string protocol, ChosenEndpoints chosen)
    {
        var spec = _service.Spec;
        var internalLocal = spec.InternalTrafficPolicy == "Local";
        var externalLocal = spec.ExternalTrafficPolicy == "Local" && spec.Type is "NodePort" or "LoadBalancer";
        externalLocal |= spec.ExternalTrafficPolicy == "Local" && spec.ExternalIPs.Count > 0;
        var forCluster = internalLocal ? chosen.Local : chosen.Cluster;
        var affinity = spec.SessionAffinity == "ClientIP" && !(chosen.Cluster.IsEmpty && chosen.Local.IsEmpty)
            ? new AffinityChains(_service, port, protocol, _family, _node, chosen, internalLocal, externalLocal) : null;
        if (affinity is not null)
        {
            _sets.AddRange(affinity.Sets);
            _chains.AddRange(affinity.Chains);
        }

        foreach (var endpoint in chosen.Cluster.Concat(chosen.Local))
        {
            _elements.Add(new NftElement(Hairpin, $"{endpoint.Address} . {endpoint.Address}"));
        }

        // 1. The cluster addresses.
        foreach (var ip in _frontends.Cluster)
        {
            var key = Key(ip, protocol, port.Port);
            if (forCluster.IsEmpty)
            {
                // With endpoints elsewhere the policy is what keeps them away: silence. Without any: a refusal.
                _elements.Add(new NftElement(NoEndpointServices, key, internalLocal && !chosen.Cluster.IsEmpty ? "drop" : "goto " + Reject));
                continue;
            }

            _elements.Add(new NftElement(ServiceIps, key, "goto " + (affinity?.Internal ?? Pick("pick", ProxyNames.Endpoints, protocol, forCluster.Length))));
            AddEndpoints(affinity, ProxyNames.Endpoints, protocol, key, forCluster);
        }

        // 2. External and load balancer addresses.
        foreach (var ip in _frontends.External.Concat(_frontends.Balancer).Distinct())
        {
            var key = Key(ip, protocol, port.Port);
            AddExternal(key, protocol, ServiceIps, NoEndpointServices, ProxyNames.Endpoints, LocalEndpoints, affinity, chosen, externalLocal, "external");
            if (_frontends.Balancer.Contains(ip) && ServiceFrontends.IsFiltered(_service))
            {
                _elements.Add(new NftElement(FirewallIps, key));
                _elements.AddRange(_frontends.SourceRanges.Select(range => new NftElement(FirewallAllow, $"{key} . {range}")));
            }
        }

        // 3. The node port.
        if (port.NodePort > 0 && spec.Type is "NodePort" or "LoadBalancer" && !_frontends.Cluster.IsEmpty)
        {
            AddExternal(Key(protocol, port.NodePort), protocol, ServiceNodePorts, NoEndpointNodePorts, NodePortEndpoints, LocalNodePortEndpoints, affinity, chosen, externalLocal, "nodeport");
        }
    }

    private void AddExternal(string key, string protocol, string map, string refusals, string all, string local, AffinityChains? affinity, ChosenEndpoints chosen, bool externalLocal, string kind)
    {
        if (chosen.Cluster.IsEmpty && (!externalLocal || chosen.Local.IsEmpty))
        {
            _elements.Add(new NftElement(refusals, key, "goto " + Reject));
            return;
        }

        var chain = affinity?.External
            ?? (externalLocal ? LocalPick(kind, all, local, protocol, chosen) : MasqueradedPick(kind, all, protocol, chosen.Cluster.Length));
        _elements.Add(new NftElement(map, key, "goto " + chain));
        AddEndpoints(affinity, all, protocol, key, chosen.Cluster);
        if (externalLocal)
        {
            AddEndpoints(affinity, local, protocol, key, chosen.Local);
        }
    }

    private void AddEndpoints(AffinityChains? affinity, string map, string protocol, string key, ImmutableArray<ServiceEndpoint> endpoints)
    {
        // The maps are a protocol's own: it is not part of their keys.
        var prefix = key.Replace($"{protocol} . ", "", StringComparison.Ordinal);
        for (var i = 0; affinity is null && i < endpoints.Length; i++)
        {
            _elements.Add(new NftElement(Of(map, protocol), string.Create(CultureInfo.InvariantCulture, $"{prefix} . {i}"),
                string.Create(CultureInfo.InvariantCulture, $"{endpoints[i].Address} . {endpoints[i].Port}")));
        }
    }

    /// <summary>"pick-tcp-3": one of three, as the maps say. Shared by all Services with three endpoints.</summary>
    private string Pick(string kind, string map, string protocol, int count)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{protocol}-{count}");
        _chains.Add(new NftChain(name, null, [new NftRule(Dnat(map, protocol, count))]));
        return name;
    }

    /// <summary>"external-tcp-3": the same for what comes from outside, whose answers have to come back this way.</summary>
    private string MasqueradedPick(string kind, string map, string protocol, int count)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{protocol}-{count}");
        _chains.Add(new NftChain(name, null, [new NftRule(new NftVerdict(NftVerdictKind.Jump, Mark)), new NftRule(Dnat(map, protocol, count))]));
        return name;
    }

    /// <summary>"external-local-tcp-1-3": outsiders get one local endpoint with their address kept, pods and the node any of three.</summary>
    private string LocalPick(string kind, string all, string local, string protocol, ChosenEndpoints chosen)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-local-{protocol}-{chosen.Local.Length}-{chosen.Cluster.Length}");
        var rules = ImmutableArray.CreateBuilder<NftRule>();
        if (!chosen.Cluster.IsEmpty)
        {
            rules.AddRange(Insiders(_family, _node).SelectMany(i => i.Masqueraded
                ? (NftRule[])[new NftRule(i.Who, new NftVerdict(NftVerdictKind.Jump, Mark)), new NftRule(i.Who, Dnat(all, protocol, chosen.Cluster.Length))]
                : [new NftRule(i.Who, Dnat(all, protocol, chosen.Cluster.Length))]));
        }

        rules.Add(chosen.Local.IsEmpty ? new NftRule(new NftVerdict(NftVerdictKind.Drop)) : new NftRule(Dnat(local, protocol, chosen.Local.Length)));
        _chains.Add(new NftChain(name, null, rules.ToImmutable()));
        return name;
    }

    /// <summary>Who comes from within the cluster: pods, whose addresses can stay, and this node, whose cannot.</summary>
    internal static IEnumerable<(NftMatch Who, bool Masqueraded)> Insiders(NftFamily family, ProxyNode node)
    {
        if (node.Pods(family) is { IsEmpty: false } pods)
        {
            yield return (new NftMatch(NftExpression.Source(family), pods), false);
        }

        yield return (new NftMatch(NftExpression.SourceType, ["local"]), true);
    }

    private NftDnatMap Dnat(string map, string protocol, int count)
    {
        var port = NftExpression.DestinationPortOf(protocol);
        var random = new NftRandom(count);
        var key = map is NodePortEndpoints or LocalNodePortEndpoints
            ? NftExpression.Concat(port, random)
            : NftExpression.Concat(NftExpression.Destination(_family), port, random);
        return new NftDnatMap(_family, key, Of(map, protocol));
    }
}
