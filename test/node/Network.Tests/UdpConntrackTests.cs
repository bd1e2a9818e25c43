using System.Net;
using System.Net.Sockets;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Services;
using static Cybernetes.Network.Tests.Objects;

namespace Cybernetes.Network.Tests;

/// <summary>UDP flows follow their Service when endpoints come and go.</summary>
public sealed class UdpConntrackTests
{
    [Fact]
    public async Task ClientThatKeepsItsSocketReachesTheNewEndpoint()
    {
        Assert.SkipWhen(NetworkNamespace.Missing is not null, NetworkNamespace.Missing ?? "");
        Assert.SkipUnless(File.Exists("/usr/sbin/conntrack"), "needs conntrack (make deps)");
        using var net = new TwoNodes();
        net.B.ServeUdp(8080, "b");
        net.C.ServeUdp(8080, "c");
        var table = new ServiceTable(net.Nft, TwoNodes.Node, NftFamily.Ip, NftFamily.Ip6);
        var service = Service(change: s => s with { Ports = [new ServicePort { Name = "http", Protocol = "UDP", Port = 80 }] });
        table.Put("ns1/svc1", service, [Slice("IPv4", "UDP", At("10.244.0.3", "here"))]);
        Assert.Empty((await table.SyncAsync(default)).Refused);
        using var client = net.A.Inside(() => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 700 });
        client.Connect(IPAddress.Parse("10.96.0.5"), 80);
        Assert.Equal("b", Ask(client));

        var stale = table.Put("ns1/svc1", service, [Slice("IPv4", "UDP", At("10.244.1.2"))]);
        Assert.Empty((await table.SyncAsync(default)).Refused);
        Assert.Equal("b", Ask(client));
        foreach (var arguments in stale)
        {
            try
            {
                net.Here.Run("conntrack " + string.Join(' ', arguments));
            }
            catch (InvalidOperationException)
            {
                // No such flow.
            }
        }

        Assert.Equal("c", Ask(client));
    }

    private static string Ask(Socket client)
    {
        client.Send("?"u8);
        var buffer = new byte[16];
        return Encoding.ASCII.GetString(buffer, 0, client.Receive(buffer));
    }
}
