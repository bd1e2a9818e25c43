using Cybernetes.Nftables;
using Cybernetes.Proxy.Services;
using static Cybernetes.Network.Tests.Objects;

namespace Cybernetes.Network.Tests;

/// <summary>Every kind of change is taken by the kernel as a change: nothing makes the table anew behind our back.</summary>
public sealed class IncrementalTests : IDisposable
{
    private readonly NetworkNamespace? _namespace = NetworkNamespace.Missing is null ? new NetworkNamespace("inc") : null;

    public void Dispose() => _namespace?.Dispose();

    [Fact]
    public async Task KernelTakesRandomHistoriesOfServicesWithoutARebuild()
    {
        Assert.SkipWhen(_namespace is null, NetworkNamespace.Missing ?? "");
        var random = new Random(1);
        var table = new ServiceTable(new NftRunner(_namespace!.Path), TwoNodes.Node, NftFamily.Ip, NftFamily.Ip6);
        await table.SyncAsync(default);
        for (var i = 0; i < 150; i++)
        {
            var which = random.Next(6);
            var protocol = (string[])["TCP", "UDP", "SCTP"];
            var service = Service(((string[])["ClusterIP", "NodePort", "LoadBalancer"])[random.Next(3)], s => s with
            {
                ClusterIP = $"10.96.0.{which + 1}",
                ClusterIPs = [$"10.96.0.{which + 1}", $"fd00:10:96::{which + 1}"],
                Ports = [.. protocol.Take(random.Next(1, 4)).Select(p => new Api.CoreV1.ServicePort { Name = "http", Protocol = p, Port = 80, NodePort = 30000 + which })],
                SessionAffinity = random.Next(3) == 0 ? "ClientIP" : "None",
                SessionAffinityConfig = new Api.CoreV1.SessionAffinityConfig { ClientIP = new Api.CoreV1.ClientIPConfig { TimeoutSeconds = random.Next(1, 3) * 60 } },
                ExternalTrafficPolicy = random.Next(2) == 0 ? "Local" : "Cluster",
                InternalTrafficPolicy = random.Next(3) == 0 ? "Local" : "Cluster",
                ExternalIPs = random.Next(3) == 0 ? [$"5.5.5.{which}"] : [],
                LoadBalancerSourceRanges = random.Next(3) == 0 ? ["10.0.0.0/8", "10.1.0.0/16", $"172.16.{random.Next(4)}.0/24"] : [],
            }, $"1.2.3.{which}");
            table.Put($"ns1/svc{which}", random.Next(5) == 0 ? null : service with { Metadata = service.Metadata with { Name = $"svc{which}" } },
                [.. protocol.Select(p => Slice("IPv4", p, [.. Enumerable.Range(1, random.Next(5)).Select(e => At($"10.244.{random.Next(2)}.{e}", random.Next(2) == 0 ? "here" : "there"))])),
                    Slice("IPv6", "TCP", [.. Enumerable.Range(1, random.Next(3)).Select(e => At($"fd00:10:244::{e}"))])]);
            var sync = await table.SyncAsync(default);
            Assert.Empty(sync.Refused);
            Assert.Null(sync.RebuildReason);
        }
    }
}
