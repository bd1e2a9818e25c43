using System.Collections.Immutable;
using System.Net;
using Cybernetes.Dns.Hosting;
using Cybernetes.Nftables;

namespace Cybernetes.Network.Tests;

public sealed class NodeLocalDnsTests
{
    private static readonly ImmutableArray<IPAddress> Addresses = [IPAddress.Parse("169.254.20.10"), IPAddress.Parse("10.96.0.10")];

    [Fact]
    public async Task PacketsToTheCacheAreKeptOutOfConnectionTracking()
    {
        var nft = new FakeNftables();
        nft.LocalAddresses.UnionWith(["169.254.20.10", "10.96.0.10"]);
        var ledger = new NftLedger(NftFamily.Ip, NodeLocalDns.Table, "x");
        ledger.Put("rules", NodeLocalDns.Rules(NftFamily.Ip, Addresses));
        Assert.True((await nft.ApplyAsync(ledger.Rebuild(), default)).Succeeded);
        Assert.True(nft.Arrive(new FakePacket("10.244.0.5", "10.96.0.10", "udp", 1, 53)).Packet.Untracked);
        Assert.True(nft.Send(new FakePacket("169.254.20.10", "10.244.0.5", "udp", 53, 4000)).Packet.Untracked);
        Assert.False(nft.Arrive(new FakePacket("10.244.0.5", "10.96.0.10", "tcp", 1, 9153)).Packet.Untracked);
    }

    [Fact]
    public async Task KernelTakesTheRules()
    {
        Assert.SkipWhen(NetworkNamespace.Missing is not null, NetworkNamespace.Missing ?? "");
        using var node = new NetworkNamespace("cache");
        var ledger = new NftLedger(NftFamily.Ip, NodeLocalDns.Table, "x");
        ledger.Put("rules", NodeLocalDns.Rules(NftFamily.Ip, Addresses));
        Assert.Null((await new NftRunner(node.Path).ApplyAsync(ledger.Rebuild(), default)).Error);
    }

    [Fact]
    public void CorefileOfTheManifestIsFilledIn()
    {
        var folder = Directory.CreateTempSubdirectory("c8s-kube-dns-").FullName;
        File.WriteAllText(Path.Combine(folder, "stubDomains"), """{"acme.local": ["1.2.3.4"]}""");
        File.WriteAllText(Path.Combine(folder, "upstreamNameservers"), """["8.8.8.8", "8.8.4.4"]""");
        var text = NodeLocalDns.Fill("cluster.local:53 {\n bind 169.254.20.10 10.96.0.10\n forward . __PILLAR__CLUSTER__DNS__ {\n force_tcp\n }\n}\n.:53 {\n bind 169.254.20.10 10.96.0.10\n forward . __PILLAR__UPSTREAM__SERVERS__\n}\n",
            "10.96.3.4", Addresses, folder);
        Directory.Delete(folder, true);
        Assert.Contains("forward . 10.96.3.4 {", text, StringComparison.Ordinal);
        Assert.Contains("forward . 8.8.8.8 8.8.4.4\n", text, StringComparison.Ordinal);
        var blocks = Cybernetes.Dns.Corefile.CorefileParser.Parse(text, "Corefile");
        Assert.Equal(["cluster.local.", ".", "acme.local."], blocks.Select(b => b.Keys[0].Zone));
    }
}
