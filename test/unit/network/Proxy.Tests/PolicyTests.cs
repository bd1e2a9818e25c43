using System.Collections.Immutable;
using System.Net;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Policy;
using IPAddress = System.Net.IPAddress;

namespace Cybernetes.Proxy.Tests;

public sealed class PolicyTests
{
    [Fact]
    public async Task RandomPoliciesGiveEachPacketTheVerdictOfThePlainModel()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var cluster = RandomCluster(random);
            var nft = new FakeNftables();
            Assert.Null(await new PolicyTable(nft, NftFamily.Ip, NftFamily.Ip6).SyncAsync(cluster, default));
            for (var i = 0; i < 30; i++)
            {
                var packet = RandomPacket(random, cluster);
                var expected = ReferencePolicies.Allows(cluster, packet);
                var actual = nft.Arrive(packet).Fate == FakeFate.Forwarded;
                Assert.True(expected == actual, $"seed {seed}: {packet}: the model says {expected}");
            }
        }
    }

    [Fact]
    public async Task ChangesOfPodsChangeElementsAndNoRules()
    {
        var cluster = RandomCluster(new Random(1)) with
        {
            Policies = [Policy("p", new NetworkPolicySpec { Ingress = [new NetworkPolicyIngressRule { From = [new NetworkPolicyPeer { PodSelector = new LabelSelector() }] }] })],
        };
        var nft = new FakeNftables();
        var table = new PolicyTable(nft, NftFamily.Ip);
        await table.SyncAsync(cluster, default);
        nft.Taken.Clear();

        await table.SyncAsync(cluster with { Pods = cluster.Pods.Add(new PolicyPod("ns0", "new", default, [IPAddress.Parse("10.244.0.99")], true, [])) }, default);

        Assert.All(Assert.Single(nft.Taken).Operations, o => Assert.IsType<NftAddElements>(o));
    }

    [Fact]
    public async Task AnswersAndRelatedPacketsPassAndDeniedConnectionsEnd()
    {
        var pod = new PolicyPod("ns0", "a", default, [IPAddress.Parse("10.244.0.1")], true, []);
        var deny = new PolicyCluster([Policy("deny", new NetworkPolicySpec { PolicyTypes = ["Ingress", "Egress"] })], [pod], ImmutableDictionary<string, ValueMap<string>>.Empty.Add("ns0", default));
        var nft = new FakeNftables();
        await new PolicyTable(nft, NftFamily.Ip).SyncAsync(deny, default);

        var packet = new FakePacket("10.9.9.9", "10.244.0.1", "tcp", 1, 80);
        Assert.Equal(FakeFate.Dropped, nft.Arrive(packet).Fate);
        Assert.Equal(FakeFate.Dropped, nft.Arrive(packet with { State = "established" }).Fate);
        Assert.Equal(FakeFate.Forwarded, nft.Arrive(packet with { State = "established", Direction = "reply" }).Fate);
        Assert.Equal(FakeFate.Forwarded, nft.Arrive(packet with { State = "related" }).Fate);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0/9", "10.128.0.0/9")]
    [InlineData("10.0.0.0/24", "10.0.0.0/24", "")]
    [InlineData("10.0.0.0/30", "10.0.0.1/32", "10.0.0.0,10.0.0.2/31")]
    [InlineData("10.0.0.0/24", "11.0.0.0/8", "10.0.0.0/24")]
    public void ExceptedRangesAreCutOut(string whole, string except, string left)
    {
        var ranges = AddressRanges.Without(IPNetwork.Parse(whole), [IPNetwork.Parse(except)]);
        Assert.Equal(left, string.Join(',', ranges.Select(AddressRanges.Text)));
    }

    private static NetworkPolicy Policy(string name, NetworkPolicySpec spec, string ns = "ns0") =>
        new() { Metadata = new ObjectMeta { Namespace = ns, Name = name }, Spec = spec };

    private static PolicyCluster RandomCluster(Random random)
    {
        var namespaces = Enumerable.Range(0, 3).ToImmutableDictionary(i => $"ns{i}", i => ValueMap.Of(("team", $"t{i % 2}")));
        var pods = Enumerable.Range(1, 8).Select(i => new PolicyPod($"ns{random.Next(3)}", $"pod{i}",
            ValueMap.Of(("app", $"a{random.Next(3)}"), ("tier", $"t{random.Next(2)}")),
            random.Next(3) == 0 ? [IPAddress.Parse($"10.244.0.{i}"), IPAddress.Parse($"fd00:10:244::{i}")] : [IPAddress.Parse($"10.244.{random.Next(2)}.{i}")],
            random.Next(3) > 0, random.Next(2) == 0 ? [("web", "tcp", 80 + random.Next(3))] : [])).ToImmutableArray();
        var policies = Enumerable.Range(0, random.Next(5)).Select(i => Policy($"p{i}", new NetworkPolicySpec
        {
            PodSelector = RandomSelector(random),
            PolicyTypes = random.Next(4) switch { 0 => [], 1 => ["Ingress"], 2 => ["Egress"], _ => ["Ingress", "Egress"] },
            Ingress = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new NetworkPolicyIngressRule { From = RandomPeers(random), Ports = RandomPorts(random) })],
            Egress = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new NetworkPolicyEgressRule { To = RandomPeers(random), Ports = RandomPorts(random) })],
        }, $"ns{random.Next(3)}")).ToImmutableArray();
        return new PolicyCluster(policies, pods, namespaces);
    }

    private static LabelSelector RandomSelector(Random random) => random.Next(5) switch
    {
        0 => new LabelSelector(),
        1 => new LabelSelector { MatchLabels = ValueMap.Of(("app", $"a{random.Next(3)}")) },
        2 => new LabelSelector { MatchExpressions = [new LabelSelectorRequirement { Key = "app", Operator = "In", Values = ["a0", "a1"] }] },
        3 => new LabelSelector { MatchExpressions = [new LabelSelectorRequirement { Key = "tier", Operator = "NotIn", Values = ["t0"] }] },
        _ => new LabelSelector { MatchLabels = ValueMap.Of(("tier", "t1")), MatchExpressions = [new LabelSelectorRequirement { Key = "app", Operator = "Exists" }] },
    };

    private static ValueList<NetworkPolicyPeer> RandomPeers(Random random) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(4) switch
    {
        0 => new NetworkPolicyPeer { PodSelector = RandomSelector(random) },
        1 => new NetworkPolicyPeer { NamespaceSelector = new LabelSelector { MatchLabels = ValueMap.Of(("team", $"t{random.Next(2)}")) } },
        2 => new NetworkPolicyPeer { NamespaceSelector = new LabelSelector(), PodSelector = RandomSelector(random) },
        _ => new NetworkPolicyPeer
        {
            IpBlock = random.Next(3) == 0
                ? new IPBlock { Cidr = "fd00:10:244::/64", Except = [$"fd00:10:244::{random.Next(1, 9)}/128"] }
                : new IPBlock { Cidr = random.Next(2) == 0 ? "10.244.0.0/16" : "0.0.0.0/0", Except = random.Next(2) == 0 ? [] : [$"10.244.{random.Next(2)}.0/24", $"10.244.0.{random.Next(1, 9)}/32"] },
        },
    })];

    private static ValueList<NetworkPolicyPort> RandomPorts(Random random) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(5) switch
    {
        0 => new NetworkPolicyPort { Protocol = random.Next(2) == 0 ? "UDP" : null },
        1 => new NetworkPolicyPort { Protocol = "TCP", Port = new IntOrString(79 + random.Next(5)) },
        2 => new NetworkPolicyPort { Port = new IntOrString(79), EndPort = 80 + random.Next(3) },
        3 => new NetworkPolicyPort { Port = new IntOrString("web") },
        _ => new NetworkPolicyPort { Protocol = "UDP", Port = new IntOrString(81) },
    })];

    private static FakePacket RandomPacket(Random random, PolicyCluster cluster)
    {
        var six = random.Next(5) == 0;
        string Any() => random.Next(4) > 0 && cluster.Pods.Where(p => p.Addresses.Any(a => a.ToString().Contains(':') == six)).ToList() is { Count: > 0 } pods
            ? pods[random.Next(pods.Count)].Addresses.First(a => a.ToString().Contains(':') == six).ToString()
            : six ? "fd00:10:244::aa" : random.Next(2) == 0 ? "8.8.8.8" : "10.244.0.200";
        return new FakePacket(Any(), Any(), random.Next(3) == 0 ? "udp" : "tcp", 1000, 78 + random.Next(7));
    }
}
