using System.Net;
using System.Text.Json;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Pods;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Proxy.Tests;

public sealed class PodNetworkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("c8s-cni-").FullName;
    private readonly FakeNftables _nft = new();
    private readonly FakeHost _host = new();

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task WritesTheListForTheNodesRanges()
    {
        Assert.True(await Install("10.244.3.0/24", "fd00:10:244:3::/64"));
        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "10-c8s.conflist")));
        var plugin = list.RootElement.GetProperty("plugins")[0];
        Assert.Equal("ptp", plugin.GetProperty("type").GetString());
        Assert.Equal("10.244.3.0/24", plugin.GetProperty("ipam").GetProperty("ranges")[0][0].GetProperty("subnet").GetString());
        Assert.Equal("fd00:10:244:3::/64", plugin.GetProperty("ipam").GetProperty("ranges")[1][0].GetProperty("subnet").GetString());
        Assert.Equal("1", _host.Sysctls["net/ipv4/ip_forward"]);
    }

    [Fact]
    public async Task LeavesSomebodyElsesConfigurationAlone()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "10-calico.conflist"), "{}");
        Assert.False(await Install("10.244.3.0/24"));
        Assert.Equal(["10-calico.conflist"], Directory.GetFiles(_folder).Select(Path.GetFileName));
        Assert.Empty(_nft.Taken);
        Assert.Empty(_host.Sysctls);
    }

    [Fact]
    public async Task WhatLeavesTheClusterIsMasqueradedAndNothingElse()
    {
        _nft.LocalAddresses.Add("192.168.0.1");
        await Install("10.244.3.0/24");
        Assert.True(_nft.Arrive(new FakePacket("10.244.3.7", "8.8.8.8", "udp", 1, 53)).Packet.Masqueraded);
        Assert.False(_nft.Arrive(new FakePacket("10.244.3.7", "10.244.9.9", "tcp", 1, 80)).Packet.Masqueraded);
        Assert.False(_nft.Arrive(new FakePacket("172.16.0.1", "8.8.8.8", "tcp", 1, 80)).Packet.Masqueraded);
        Assert.False(_nft.Arrive(new FakePacket("10.244.3.7", "192.168.0.1", "tcp", 1, 80)).Packet.Masqueraded);
    }

    [Fact]
    public async Task AgentsConfigurationDecidesWhatStays()
    {
        var byDefault = await Masquerade(null);
        Assert.Equal("10.1.1.1 172.16.0.1 192.168.1.1 169.254.1.1", byDefault);
        Assert.Equal("10.1.1.1 169.254.1.1", await Masquerade("nonMasqueradeCIDRs:\n  - 10.0.0.0/8\nresyncInterval: 60s\n"));
        Assert.Equal("10.1.1.1", await Masquerade("{\"nonMasqueradeCIDRs\": [\"10.0.0.0/8\"], \"masqLinkLocal\": true}"));
        Assert.Null(MasqueradeConfig.Parse("nonMasqueradeCIDRs: [nonsense]", out var problem));
        Assert.Equal("invalid CIDR address: nonsense", problem);
        Assert.Null(MasqueradeConfig.Parse("nonsense: 1", out _));
    }

    [Fact]
    public async Task RemovalLeavesNothingOfOursAndEverythingElse()
    {
        await Install("10.244.3.0/24");
        await _nft.ApplyAsync(new NftTransaction(NftFamily.Ip, "somebody", [new NftAddTable("x")]), default);
        await File.WriteAllTextAsync(Path.Combine(_folder, "99-loopback.conf"), "{}");
        Assert.Empty(await Proxy.Host.NetworkRemoval.RunAsync(_nft, _host, _folder, default));
        Assert.Equal(["99-loopback.conf"], Directory.GetFiles(_folder).Select(Path.GetFileName));
        Assert.Null(_nft.Chains(NftFamily.Ip, "c8s-pod-network"));
        Assert.NotNull(_nft.Chains(NftFamily.Ip, "somebody"));
    }

    [Fact]
    public void NodesOfOneNetworkAreReachedDirectlyAndOthersThroughTheTunnel()
    {
        var self = PodNetwork.Of(Node("self", "192.168.0.1", "10.244.0.0/24"));
        var near = PodNetwork.Of(Node("near", "192.168.0.2", "10.244.1.0/24"));
        var far = PodNetwork.Of(Node("far", "172.16.0.3", "10.244.2.0/24"));
        var without = PodNetwork.Of(Node("new", "192.168.0.4", ""));
        var networks = PodRoutes.Networks("1: lo    inet 127.0.0.1/8 scope host lo\n2: eth0    inet 192.168.0.1/24 brd 192.168.0.255 scope global eth0\n3: c8s.vxlan    inet 10.244.0.0/32 scope global\n");
        Assert.Equal([IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("192.168.0.0/24")], networks);
        var routes = PodRoutes.Of(self, [near, far, without], networks);
        Assert.Equal(2, routes.Count);
        Assert.Equal(new PodRoute(IPAddress.Parse("192.168.0.2"), null), routes[IPNetwork.Parse("10.244.1.0/24")]);
        Assert.Equal(new PodRoute(IPAddress.Parse("10.244.2.0"), TunnelEnd.Of(IPAddress.Parse("172.16.0.3"))), routes[IPNetwork.Parse("10.244.2.0/24")]);
        Assert.StartsWith("02:c8:", routes[IPNetwork.Parse("10.244.2.0/24")].Tunnel!.Value.LinkAddress);
    }

    /// <summary>Which of some destinations a pod reaches under its own address.</summary>
    private static async Task<string> Masquerade(string? text)
    {
        var nft = new FakeNftables();
        var config = text is null ? MasqueradeConfig.Default : MasqueradeConfig.Parse(text, out _)!;
        Assert.Null(await MasqueradeProgram.ApplyAsync(nft, MasqueradeProgram.AgentTable, [], config, default));
        string[] destinations = ["10.1.1.1", "172.16.0.1", "192.168.1.1", "169.254.1.1", "8.8.8.8"];
        return string.Join(' ', destinations.Where(d => !nft.Arrive(new FakePacket("10.244.0.5", d, "tcp", 1, 80)).Packet.Masqueraded));
    }

    private static Node Node(string name, string address, string range) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Spec = new NodeSpec { PodCIDR = range, PodCIDRs = range.Length == 0 ? [] : [range] },
        Status = new NodeStatus { Addresses = [new NodeAddress { Type = "InternalIP", Address = address }] },
    };

    private ValueTask<bool> Install(params string[] ranges) =>
        new PodNetwork(new PodNetworkOptions("self") { ConfDir = _folder, ClusterCidrs = [IPNetwork.Parse("10.244.0.0/16")] }, _nft, _host, NullLogger.Instance)
            .InstallAsync([.. ranges.Select(r => IPNetwork.Parse(r))], default);

    private sealed class FakeHost : IHostNetwork
    {
        public Dictionary<string, string> Sysctls { get; } = [];

        public void SetSysctl(string name, string value) => Sysctls[name] = value;

        public ValueTask<string?> SetPeersAsync(PodNode self, IReadOnlyCollection<PodNode> peers, CancellationToken cancellationToken) => new((string?)null);
    }
}
