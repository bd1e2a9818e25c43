using System.Collections.Immutable;
using Cybernetes.Nftables;
using static Cybernetes.Proxy.Services.ProxyNames;

namespace Cybernetes.Proxy.Services;

/// <summary>
/// The part of the table that is there without any Service: hooks, maps and the chains they share.
/// A packet to a Service costs one lookup for the Service and one for the endpoint, however many there are:
/// the Service's element says how many endpoints it has ("goto pick-3") and the endpoint is found under
/// (address, port, random number) in the map of its protocol.
/// </summary>
internal static class ProxyFrame
{
    private const int BeforeDestinationNat = -110;
    private const int DestinationNat = -100;
    private const int AfterDestinationNat = -90;
    private const int SourceNat = 100;

    /// <summary>The frame for a family on this node.</summary>
    public static NftContribution Build(NftFamily family, ProxyNode node)
    {
        var address = family.AddressType();
        var frontend = $"{address} . inet_proto . inet_service";
        var verdictMap = (string name, string key) => new NftSet(name, key) { ValueType = "verdict" };
        var destination = family.Keyword() + " daddr";
        return new NftContribution
        {
            Sets =
            [
                new NftSet(ClusterIps, address),
                new NftSet(NodePortIps, address),
                verdictMap(NoEndpointServices, frontend),
                verdictMap(NoEndpointNodePorts, "inet_proto . inet_service"),
                verdictMap(ServiceIps, frontend),
                verdictMap(ServiceNodePorts, "inet_proto . inet_service"),
                .. ((string[])["tcp", "udp", "sctp"]).SelectMany(protocol => EndpointMaps(destination, protocol)),
                new NftSet(FirewallIps, frontend),
                new NftSet(FirewallAllow, $"{frontend} . {address}") { Interval = true },
                new NftSet(Hairpin, $"{address} . {address}"),
            ],
            Chains = Chains(family, node),
            Elements = [.. node.NodePortAddresses.Where(a => ProxyNode.Is(family, a)).Select(a => new NftElement(NodePortIps, a.ToString()))],
        };
    }

    private static IEnumerable<NftSet> EndpointMaps(string destination, string protocol)
    {
        var random = "numgen random mod 1000000";
        var endpoint = $"{destination} . {protocol} dport";
        foreach (var map in (string[])[Endpoints, LocalEndpoints])
        {
            yield return new NftSet(Of(map, protocol), $"typeof {destination} . {protocol} dport . {random}") { ValueType = endpoint };
        }

        foreach (var map in (string[])[NodePortEndpoints, LocalNodePortEndpoints])
        {
            yield return new NftSet(Of(map, protocol), $"typeof {protocol} dport . {random}") { ValueType = endpoint };
        }
    }

    private static ImmutableArray<NftChain> Chains(NftFamily family, ProxyNode node)
    {
        var source = NftExpression.Source(family);
        var destination = NftExpression.Destination(family);
        var frontend = NftExpression.Concat(destination, NftExpression.Protocol, NftExpression.DestinationPort);
        var port = NftExpression.Concat(NftExpression.Protocol, NftExpression.DestinationPort);
        var isNew = new NftMatch(NftExpression.ConnectionState, ["new"]);
        var toCluster = new NftMatch(destination, ["@" + ClusterIps]);
        var toNode = new NftMatch(destination, ["@" + NodePortIps]);
        var mark = new NftVerdict(NftVerdictKind.Jump, Mark);
        var pods = node.Pods(family);
        var services = node.Services(family);
        return
        [
            Hook("nat-prerouting", "nat", NftHook.Prerouting, DestinationNat, new NftRule(new NftVerdict(NftVerdictKind.Jump, ProxyNames.Services))),
            Hook("nat-output", "nat", NftHook.Output, DestinationNat, new NftRule(new NftVerdict(NftVerdictKind.Jump, ProxyNames.Services))),
            Hook("nat-postrouting", "nat", NftHook.Postrouting, SourceNat, new NftRule(new NftVerdict(NftVerdictKind.Jump, Masquerading))),
            Hook("filter-prerouting-pre-dnat", "filter", NftHook.Prerouting, BeforeDestinationNat, Jump("firewall-check")),
            Hook("filter-output-pre-dnat", "filter", NftHook.Output, BeforeDestinationNat, Jump("firewall-check")),
            Hook("filter-input", "filter", NftHook.Input, BeforeDestinationNat, Jump("nodeport-endpoints-check"), Jump("service-endpoints-check")),
            Hook("filter-forward", "filter", NftHook.Forward, BeforeDestinationNat, Jump("service-endpoints-check"), Jump("cluster-ips-check")),
            Hook("filter-output", "filter", NftHook.Output, AfterDestinationNat, Jump("nodeport-endpoints-check"), Jump("service-endpoints-check"), Jump("cluster-ips-check")),

            Plain(ProxyNames.Services,
            [
                .. node.MasqueradeAll ? [new NftRule(toCluster, mark)]
                    : pods.IsEmpty ? ImmutableArray<NftRule>.Empty : [new NftRule(toCluster, new NftMatch(source, pods, Negated: true), mark)],
                new NftRule(new NftVerdictMap(frontend, ServiceIps)),
                new NftRule(toNode, new NftVerdictMap(port, ServiceNodePorts)),
            ]),
            Plain(Mark, [new NftRule(new NftChangeMark(node.MasqueradeBit, true))]),
            Plain(Masquerading,
            [
                // A pod that reaches itself through a Service must get the answer back by way of the node.
                new NftRule(new NftMatch(NftExpression.ConnectionStatus, ["dnat"]),
                    new NftMatch(NftExpression.Concat(source, destination), ["@" + Hairpin]), new NftMasquerade()),
                new NftRule(new NftMatchMark(node.MasqueradeBit, false), new NftVerdict(NftVerdictKind.Return)),
                new NftRule(new NftChangeMark(node.MasqueradeBit, false)),
                new NftRule(new NftMasquerade()),
            ]),
            Plain("firewall-check",
            [
                new NftRule(new NftMatch(frontend, ["@" + FirewallIps]),
                    new NftMatch(NftExpression.Concat(destination, NftExpression.Protocol, NftExpression.DestinationPort, source), ["@" + FirewallAllow], Negated: true),
                    new NftVerdict(NftVerdictKind.Drop)),
            ]),
            Plain("service-endpoints-check", [new NftRule(new NftVerdictMap(frontend, NoEndpointServices))]),
            Plain("nodeport-endpoints-check", [new NftRule(toNode, new NftVerdictMap(port, NoEndpointNodePorts))]),
            Plain("cluster-ips-check",
            [
                new NftRule(toCluster, new NftVerdict(NftVerdictKind.Goto, Reject)),
                .. services.IsEmpty ? ImmutableArray<NftRule>.Empty
                    : [new NftRule(new NftMatch(destination, services), new NftVerdict(NftVerdictKind.Goto, Reject))],
            ]),
            Plain(Reject, [new NftRule(new NftVerdict(NftVerdictKind.Reject))]),
        ];

        NftRule Jump(string chain) => new(isNew, new NftVerdict(NftVerdictKind.Jump, chain));
    }

    private static NftChain Hook(string name, string type, NftHook hook, int priority, params ImmutableArray<NftRule> rules) =>
        new(name, new NftBase(type, hook, priority), rules);

    private static NftChain Plain(string name, ImmutableArray<NftRule> rules) => new(name, null, rules);
}
