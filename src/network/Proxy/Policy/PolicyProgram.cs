using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Nftables;

namespace Cybernetes.Proxy.Policy;

/// <summary>
/// NetworkPolicies as nftables: for each isolated pod of this node an element that leads to a chain, shared by all pods that the same
/// policies select. A rule's peers are a set of addresses, so that pods coming and going change elements and no rules.
/// Every packet of the original direction is looked at, not only the first: a connection that is no longer allowed ends.
/// </summary>
internal sealed class PolicyProgram
{
    public const string Table = "kube-network-policies";
    public const string Frame = "(frame)";
    private const string IngressPods = "ingress-pods";
    private const string EgressPods = "egress-pods";
    private readonly NftFamily _family;
    private readonly PolicyCluster _cluster;
    private readonly Dictionary<string, NftSet> _sets = [];
    private readonly Dictionary<string, NftChain> _chains = [];
    private readonly ImmutableArray<NftElement>.Builder _elements = ImmutableArray.CreateBuilder<NftElement>();

    private PolicyProgram(PolicyCluster cluster, NftFamily family) => (_cluster, _family) = (cluster, family);

    /// <summary>What is there without any policy.</summary>
    public static NftContribution BuildFrame(NftFamily family)
    {
        var accept = new NftVerdict(NftVerdictKind.Accept);
        return new NftContribution
        {
            Sets = [Pods(IngressPods, family), Pods(EgressPods, family)],
            Chains =
            [
                new NftChain("forward", new NftBase("filter", NftHook.Forward, 0),
                [
                    new NftRule(new NftMatch(NftExpression.ConnectionDirection, ["reply"]), accept),
                    new NftRule(new NftMatch(NftExpression.ConnectionState, ["related"]), accept),
                    new NftRule(new NftVerdictMap(NftExpression.Source(family), EgressPods)),
                    new NftRule(new NftVerdictMap(NftExpression.Destination(family), IngressPods)),
                ]),
            ],
        };
    }

    /// <summary>The policies of a cluster for the pods of this node.</summary>
    public static NftContribution Build(PolicyCluster cluster, NftFamily family)
    {
        var program = new PolicyProgram(cluster, family);
        foreach (var ingress in (bool[])[true, false])
        {
            foreach (var pod in cluster.Pods.Where(p => p.Local))
            {
                var policies = PolicyCluster.Isolating(cluster.Policies, pod, ingress).OrderBy(p => p.Metadata.Name, StringComparer.Ordinal).ToList();
                if (policies.Count > 0)
                {
                    var chain = program.Chain(policies, ingress);
                    program._elements.AddRange(pod.In(family).Select(a => new NftElement(ingress ? IngressPods : EgressPods, a, "jump " + chain)));
                }
            }
        }

        return new NftContribution
        {
            Sets = [.. program._sets.Values],
            Chains = [.. program._chains.Values],
            Elements = program._elements.ToImmutable(),
        };
    }

    private static NftSet Pods(string name, NftFamily family) => new(name, family.AddressType()) { ValueType = "verdict" };

    private string Chain(List<NetworkPolicy> policies, bool ingress)
    {
        var direction = ingress ? "ingress" : "egress";
        var name = $"{direction}-{Hash(string.Join(' ', policies.Select(p => p.Metadata.Namespace + "/" + p.Metadata.Name)))}";
        if (_chains.ContainsKey(name))
        {
            return name;
        }

        var rules = ImmutableArray.CreateBuilder<NftRule>();
        foreach (var policy in policies)
        {
            var index = 0;
            foreach (var (ports, peers) in ingress ? policy.Spec.Ingress.Select(r => (r.Ports, r.From)) : policy.Spec.Egress.Select(r => (r.Ports, r.To)))
            {
                AddRules(rules, policy, $"{policy.Metadata.Namespace}/{policy.Metadata.Name}/{direction}/{index++}", ports, peers, ingress);
            }
        }

        rules.Add(new NftRule(new NftVerdict(NftVerdictKind.Drop)));
        _chains[name] = new NftChain(name, null, rules.ToImmutable());
        return name;
    }

    private void AddRules(ImmutableArray<NftRule>.Builder rules, NetworkPolicy policy, string id, ValueList<NetworkPolicyPort> ports, ValueList<NetworkPolicyPeer> peers, bool ingress)
    {
        // 1. Whom the rule lets through: anyone, or a set.
        ImmutableArray<NftStatement> who = [];
        if (!peers.IsEmpty)
        {
            var set = "peers-" + Hash(id);
            if (_sets.TryAdd(set, new NftSet(set, _family.AddressType()) { Interval = true }))
            {
                _elements.AddRange(Ranges(peers, policy.Metadata.Namespace).Select(r => new NftElement(set, AddressRanges.Text(r))));
            }

            who = [new NftMatch(ingress ? NftExpression.Source(_family) : NftExpression.Destination(_family), ["@" + set])];
        }

        // 2. On which ports: all, numbers in place, and names by the pods that have them.
        var allow = new NftVerdict(NftVerdictKind.Return);
        if (ports.IsEmpty)
        {
            rules.Add(new NftRule([.. who, allow]));
            return;
        }

        var numbers = Numbers(ports);
        if (!numbers.IsEmpty)
        {
            rules.Add(new NftRule([.. who, new NftMatch(NftExpression.Concat(NftExpression.Protocol, NftExpression.DestinationPort), numbers), allow]));
        }

        var names = ports.Where(p => p.Port is { IsString: true }).Select(p => (Protocol(p), p.Port!.Value.StringValue)).ToHashSet();
        if (names.Count > 0)
        {
            var set = "ports-" + Hash(id);
            if (_sets.TryAdd(set, new NftSet(set, $"{_family.AddressType()} . inet_proto . inet_service")))
            {
                _elements.AddRange(_cluster.Pods.SelectMany(pod => pod.Ports.Where(p => names.Contains((p.Protocol, p.Name)))
                    .SelectMany(p => pod.In(_family).Select(a => string.Create(CultureInfo.InvariantCulture, $"{a} . {p.Protocol} . {p.Number}"))))
                    .Distinct().Select(key => new NftElement(set, key)));
            }

            rules.Add(new NftRule([.. who, new NftMatch(NftExpression.Concat(NftExpression.Destination(_family), NftExpression.Protocol, NftExpression.DestinationPort), ["@" + set]), allow]));
        }
    }

    private List<IPNetwork> Ranges(ValueList<NetworkPolicyPeer> peers, string @namespace)
    {
        var ranges = new List<IPNetwork>();
        foreach (var peer in peers)
        {
            if (peer.IpBlock is { } block)
            {
                if (AddressRanges.Parse(block.Cidr, _family) is { } whole)
                {
                    ranges.AddRange(AddressRanges.Without(whole, [.. block.Except.Select(e => AddressRanges.Parse(e, _family)).OfType<IPNetwork>()]));
                }
            }
            else
            {
                ranges.AddRange(_cluster.Select(peer, @namespace).SelectMany(p => p.In(_family)).Select(a => AddressRanges.Parse(a, _family)).OfType<IPNetwork>());
            }
        }

        return AddressRanges.Merged(ranges);
    }

    private static ImmutableArray<string> Numbers(ValueList<NetworkPolicyPort> ports)
    {
        // Ranges that overlap would be refused: they are joined, protocol by protocol.
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var protocol in ports.Where(p => p.Port is not { IsString: true }).GroupBy(Protocol).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var last = (From: -2, To: -2);
            foreach (var (from, to) in protocol.Select(Range).OrderBy(r => r.From))
            {
                if (from <= last.To + 1)
                {
                    last.To = Math.Max(last.To, to);
                    continue;
                }

                Add(protocol.Key, last);
                last = (from, to);
            }

            Add(protocol.Key, last);
        }

        return values.ToImmutable();

        void Add(string protocol, (int From, int To) range)
        {
            if (range.From >= 0)
            {
                var numbers = range.From.ToString(CultureInfo.InvariantCulture);
                values.Add($"{protocol} . {numbers}" + (range.From == range.To ? "" : "-" + range.To.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static (int From, int To) Range(NetworkPolicyPort port) =>
        port.Port is not { } number ? (0, 65535) : (number.IntValue, Math.Max(number.IntValue, port.EndPort ?? number.IntValue));

    private static string Protocol(NetworkPolicyPort port) => string.IsNullOrEmpty(port.Protocol) ? "tcp" : port.Protocol.ToLowerInvariant();

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
