using System.Net;
using Cybernetes.Nftables;
using Cybernetes.Proxy;

namespace Cybernetes.Network.Tests;

/// <summary>
/// Two nodes and a client on one wire, two pods on the first node and one on the second, all routed: what the proxy works on.
/// Pods: a 10.244.0.2, b 10.244.0.3 on node "here" (192.168.7.1); c 10.244.1.2 on "there" (192.168.7.2). Client: 192.168.7.9.
/// </summary>
internal sealed class TwoNodes : IDisposable
{
    private readonly List<NetworkNamespace> _all = [];

    public TwoNodes()
    {
        (Wire, Here, There, Client, A, B, C) = (New("wire"), New("here"), New("there"), New("client"), New("a"), New("b"), New("c"));
        Wire.Run("ip link add br0 type bridge");
        Wire.Run("ip link set br0 up");
        foreach (var (machine, address, port) in new[] { (Here, "192.168.7.1/24", "p1"), (There, "192.168.7.2/24", "p2"), (Client, "192.168.7.9/24", "p9") })
        {
            NetworkNamespace.Connect(Wire, port, "", machine, "eth0", address);
            Wire.Run($"ip link set {port} master br0");
        }

        AddPod(Here, A, "10.244.0.2", "veth-a");
        AddPod(Here, B, "10.244.0.3", "veth-b");
        AddPod(There, C, "10.244.1.2", "veth-c");
        foreach (var node in new[] { Here, There })
        {
            node.Run("sysctl -qw net.ipv4.ip_forward=1");
        }

        Here.Run("ip route add 10.244.1.0/24 via 192.168.7.2");
        There.Run("ip route add 10.244.0.0/24 via 192.168.7.1");
        Here.Run("ip route add default via 192.168.7.9");
        Client.Run("ip route add 10.0.0.0/8 via 192.168.7.1");
        Client.Run("ip route add 1.2.3.4 via 192.168.7.1");
    }

    public NetworkNamespace Wire { get; }

    public NetworkNamespace Here { get; }

    public NetworkNamespace There { get; }

    public NetworkNamespace Client { get; }

    public NetworkNamespace A { get; }

    public NetworkNamespace B { get; }

    public NetworkNamespace C { get; }

    public NftRunner Nft => new(Here.Path);

    public static ProxyNode Node => new("here")
    {
        NodePortAddresses = [IPAddress.Parse("192.168.7.1")],
        ClusterCidrs = [IPNetwork.Parse("10.244.0.0/16")],
        ServiceCidrs = [IPNetwork.Parse("10.96.0.0/16")],
    };

    public void Dispose() => _all.ForEach(n => n.Dispose());

    private static void AddPod(NetworkNamespace node, NetworkNamespace pod, string address, string cable)
    {
        NetworkNamespace.Connect(node, cable, "169.254.1.1/32", pod, "eth0", address + "/32");
        node.Run($"ip route add {address}/32 dev {cable}");
        pod.Run("ip route add 169.254.1.1 dev eth0");
        pod.Run("ip route add default via 169.254.1.1");
    }

    private NetworkNamespace New(string name)
    {
        var made = new NetworkNamespace(name);
        _all.Add(made);
        return made;
    }
}
