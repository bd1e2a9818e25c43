using System.Collections.Immutable;
using System.Net.Sockets;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.NetworkingV1;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Policy;
using IPAddress = System.Net.IPAddress;

namespace Cybernetes.Network.Tests;

/// <summary>NetworkPolicies in the kernel, between real network namespaces: who reaches whom before and after each change.</summary>
public sealed class PolicyReachabilityTests : IAsyncLifetime
{
    private static readonly ImmutableArray<PolicyPod> Pods =
    [
        Pod("a", "10.244.0.2", true), Pod("b", "10.244.0.3", true), Pod("c", "10.244.1.2", false),
    ];

    private TwoNodes _net = null!;
    private PolicyTable _table = null!;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(NetworkNamespace.Missing is not null, NetworkNamespace.Missing ?? "");
        _net = new TwoNodes();
        _table = new PolicyTable(_net.Nft, NftFamily.Ip, NftFamily.Ip6);
        foreach (var (pod, name) in new[] { (_net.A, "a"), (_net.B, "b"), (_net.C, "c") })
        {
            pod.Serve(80, name);
            pod.Serve(81, name);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _net?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ReachabilityFollowsThePolicies()
    {
        await Put();
        Assert.Equal("a:b80 a:b81 a:c80 b:a80 b:a81 c:a80 c:b80 c:b81", Table());

        // Default deny for what comes in, everywhere in the namespace.
        await Put(Policy("deny", new NetworkPolicySpec { PolicyTypes = ["Ingress"] }));
        Assert.Equal("a:c80", Table());

        // b is opened for a on port 80, and by name for c.
        await Put(
            Policy("deny", new NetworkPolicySpec { PolicyTypes = ["Ingress"] }),
            Policy("open", new NetworkPolicySpec
            {
                PodSelector = Labelled("b"),
                Ingress =
                [
                    new NetworkPolicyIngressRule { From = [new NetworkPolicyPeer { PodSelector = Labelled("a") }], Ports = [new NetworkPolicyPort { Protocol = "TCP", Port = new IntOrString(80) }] },
                    new NetworkPolicyIngressRule { From = [new NetworkPolicyPeer { PodSelector = Labelled("c") }], Ports = [new NetworkPolicyPort { Port = new IntOrString("web") }] },
                ],
            }));
        Assert.Equal("a:b80 a:c80 c:b81", Table());

        // What goes out: to a range with a hole.
        await Put(Policy("out", new NetworkPolicySpec
        {
            PodSelector = Labelled("a"),
            PolicyTypes = ["Egress"],
            Egress = [new NetworkPolicyEgressRule { To = [new NetworkPolicyPeer { IpBlock = new IPBlock { Cidr = "10.244.0.0/16", Except = ["10.244.1.0/24"] } }], Ports = [new NetworkPolicyPort { Port = new IntOrString(80), EndPort = 90 }] }],
        }));
        Assert.Equal("a:b80 a:b81 b:a80 b:a81 c:a80 c:b80 c:b81", Table());

        await Put();
        Assert.Equal("a:b80 a:b81 a:c80 b:a80 b:a81 c:a80 c:b80 c:b81", Table());
    }

    [Fact]
    public async Task NodeReachesItsPodsWhateverThePolicies()
    {
        await Put(Policy("deny", new NetworkPolicySpec { PolicyTypes = ["Ingress", "Egress"] }));
        Assert.StartsWith("a ", _net.Here.Ask("10.244.0.2", 80), StringComparison.Ordinal);
        Assert.Equal("timeout", _net.B.Ask("10.244.0.2", 80));
    }

    [Fact]
    public async Task ConnectionThatIsNoLongerAllowedEnds()
    {
        await Put();
        using var open = _net.B.TryConnect("10.244.0.2", 80, out _);
        NetworkNamespace.Read(open!);
        open!.Send("one"u8);
        Assert.Equal("one", NetworkNamespace.Read(open));

        await Put(Policy("deny", new NetworkPolicySpec { PolicyTypes = ["Ingress"] }));
        open.Send("two"u8);
        Assert.Equal("timeout", NetworkNamespace.Read(open));
    }

    private static PolicyPod Pod(string name, string address, bool local) =>
        new("ns1", name, ValueMap.Of(("app", name)), [IPAddress.Parse(address)], local, [("web", "tcp", 81)]);

    private static LabelSelector Labelled(string app) => new() { MatchLabels = ValueMap.Of(("app", app)) };

    private static NetworkPolicy Policy(string name, NetworkPolicySpec spec) => new() { Metadata = new ObjectMeta { Namespace = "ns1", Name = name }, Spec = spec };

    private async Task Put(params NetworkPolicy[] policies) =>
        Assert.Null(await _table.SyncAsync(new PolicyCluster([.. policies], Pods, ImmutableDictionary<string, ValueMap<string>>.Empty.Add("ns1", default)), default));

    private string Table()
    {
        (NetworkNamespace From, string Name, string To, int Port)[] cells =
        [
            (_net.A, "a:b", "10.244.0.3", 80), (_net.A, "a:b", "10.244.0.3", 81), (_net.A, "a:c", "10.244.1.2", 80),
            (_net.B, "b:a", "10.244.0.2", 80), (_net.B, "b:a", "10.244.0.2", 81),
            (_net.C, "c:a", "10.244.0.2", 80), (_net.C, "c:b", "10.244.0.3", 80), (_net.C, "c:b", "10.244.0.3", 81),
        ];
        var asked = cells.Select(c => Task.Run(() => (Name: $"{c.Name}{c.Port}", Answer: c.From.Ask(c.To, c.Port)))).ToArray();
        Task.WaitAll(asked);
        return string.Join(' ', asked.Where(a => a.Result.Answer != "timeout").Select(a => a.Result.Name));
    }
}
