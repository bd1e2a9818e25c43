using System.Net;
using Cybernetes.Proxy.Pods;

namespace Cybernetes.Network.Tests;

/// <summary>Three nodes in namespaces: near shares a wire with self, far is behind a router. Each has a pod.</summary>
public sealed class PodRoutesTests : IDisposable
{
    private readonly List<NetworkNamespace> _all = [];

    public void Dispose() => _all.ForEach(n => n.Dispose());

    [Fact]
    public async Task PodsOfAllNodesReachEachOtherWhateverTheNetworkBetween()
    {
        Assert.SkipWhen(NetworkNamespace.Missing is not null, NetworkNamespace.Missing ?? "");
        var (wire, router) = (New("wire"), New("router"));
        wire.Run("ip link add br0 type bridge");
        wire.Run("ip link set br0 up");
        var nodes = new (NetworkNamespace Machine, NetworkNamespace Pod, PodNode Node)[]
        {
            Node("self", "192.168.7.1", 0),
            Node("near", "192.168.7.2", 1),
            Node("far", "172.16.7.3", 2),
        };
        Wire(wire, router, "r0", "192.168.7.254/24");
        Wire(wire, nodes[0].Machine, "p1", "192.168.7.1/24");
        Wire(wire, nodes[1].Machine, "p2", "192.168.7.2/24");
        NetworkNamespace.Connect(router, "r1", "172.16.7.254/24", nodes[2].Machine, "eth0", "172.16.7.3/24");
        router.Run("sysctl -qw net.ipv4.ip_forward=1");
        nodes[0].Machine.Run("ip route add default via 192.168.7.254");
        nodes[1].Machine.Run("ip route add default via 192.168.7.254");
        nodes[2].Machine.Run("ip route add default via 172.16.7.254");

        // An earlier run's route to a node that is gone.
        nodes[0].Machine.Run("ip route add 10.244.9.0/24 via 192.168.7.2 proto 96");
        foreach (var (machine, pod, _) in nodes)
        {
            machine.Run("sysctl -qw net.ipv4.ip_forward=1");
            pod.Serve(80, "pod");
        }

        foreach (var (machine, _, node) in nodes)
        {
            Assert.Null(await Set(machine, node, [.. nodes.Select(n => n.Node).Where(n => n != node)]));
        }

        // The answer names the client's address: nothing was masqueraded on the way.
        for (var from = 0; from < 3; from++)
        {
            for (var to = 0; to < 3; to++)
            {
                if (from != to)
                {
                    Assert.Equal($"pod 10.244.{from}.2", nodes[from].Pod.Ask($"10.244.{to}.2", 80));
                }
            }
        }

        // A node itself reaches far pods too.
        Assert.Equal("pod 10.244.0.0", nodes[0].Machine.Ask("10.244.2.2", 80));
        Assert.DoesNotContain("10.244.9.0", nodes[0].Machine.Run("ip route"));
        Assert.DoesNotContain("c8s.vxlan", nodes[0].Machine.Run("ip route get 10.244.1.2"));
        Assert.Contains("c8s.vxlan", nodes[0].Machine.Run("ip route get 10.244.2.2"));

        // Started anew it takes over what is there; then the far node goes, and with it the tunnel.
        Assert.Null(await Set(nodes[0].Machine, nodes[0].Node, [nodes[1].Node, nodes[2].Node]));
        Assert.Equal("pod 10.244.0.2", nodes[0].Pod.Ask("10.244.2.2", 80));
        Assert.Null(await Set(nodes[0].Machine, nodes[0].Node, [nodes[1].Node]));
        Assert.DoesNotContain("c8s.vxlan", nodes[0].Machine.Run("ip link"));
        Assert.DoesNotContain("10.244.2.0", nodes[0].Machine.Run("ip route"));
        Assert.Equal("pod 10.244.0.2", nodes[0].Pod.Ask("10.244.1.2", 80));
    }

    private static async Task<string?> Set(NetworkNamespace machine, PodNode self, IReadOnlyCollection<PodNode> peers) =>
        await new HostNetwork(machine.Path).SetPeersAsync(self, peers, default);

    private static void Wire(NetworkNamespace wire, NetworkNamespace machine, string port, string address)
    {
        NetworkNamespace.Connect(wire, port, "", machine, "eth0", address);
        wire.Run($"ip link set {port} master br0");
    }

    private (NetworkNamespace Machine, NetworkNamespace Pod, PodNode Node) Node(string name, string address, int number)
    {
        var (machine, pod) = (New(name), New(name + "-pod"));
        var own = $"10.244.{number}.2";
        NetworkNamespace.Connect(machine, "cable", "169.254.1.1/32", pod, "eth0", own + "/32");
        machine.Run($"ip route add {own}/32 dev cable");
        pod.Run("ip route add 169.254.1.1 dev eth0");
        pod.Run("ip route add default via 169.254.1.1");
        return (machine, pod, new PodNode([IPAddress.Parse(address)], [IPNetwork.Parse($"10.244.{number}.0/24")]));
    }

    private NetworkNamespace New(string name)
    {
        var made = new NetworkNamespace(name);
        _all.Add(made);
        return made;
    }
}
