using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Services;
using static Cybernetes.Network.Tests.Objects;

namespace Cybernetes.Network.Tests;

/// <summary>The kernel's own packet filter between real network namespaces.</summary>
public sealed class ServiceReachabilityTests : IAsyncLifetime
{
    private TwoNodes _net = null!;
    private ServiceTable _table = null!;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(NetworkNamespace.Missing is not null, NetworkNamespace.Missing ?? "");
        _net = new TwoNodes();
        _table = new ServiceTable(_net.Nft, TwoNodes.Node, NftFamily.Ip, NftFamily.Ip6);
        _net.A.Serve(8080, "a");
        _net.B.Serve(8080, "b");
        _net.C.Serve(8080, "c");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _net?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ClusterAddressReachesEveryEndpointFromPodsAndTheNode()
    {
        await Put(Service(), Slice(At("10.244.0.3", "here"), At("10.244.1.2")));

        var answers = Enumerable.Range(0, 40).Select(_ => _net.A.Ask("10.96.0.5", 80)).ToHashSet();

        Assert.Equal(["b 10.244.0.2", "c 10.244.0.2"], answers.Order());
        Assert.Contains(_net.Here.Ask("10.96.0.5", 80), (string[])["b 192.168.7.1", "c 192.168.7.1", "b 169.254.1.1"]);
    }

    [Fact]
    public async Task PodReachesItselfThroughItsService()
    {
        await Put(Service(), Slice(At("10.244.0.2", "here")));
        Assert.StartsWith("a 169.254.1.1", _net.A.Ask("10.96.0.5", 80), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NodePortIsReachedFromOutsideAndAnswersComeBackThroughTheNode()
    {
        await Put(Service("NodePort"), Slice(At("10.244.1.2")));
        Assert.Equal("c 192.168.7.1", _net.Client.Ask("192.168.7.1", 30080));
        Assert.Equal("refused", _net.Client.Ask("192.168.7.1", 30081));
    }

    [Fact]
    public async Task ExternalPolicyLocalKeepsTheClientsAddress()
    {
        await Put(Service("LoadBalancer", s => s with { ExternalTrafficPolicy = "Local" }, "1.2.3.4"), Slice(At("10.244.0.3", "here"), At("10.244.1.2")));
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal("b 192.168.7.9", _net.Client.Ask("1.2.3.4", 80)));
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal("b 192.168.7.9", _net.Client.Ask("192.168.7.1", 30080)));
    }

    [Fact]
    public async Task SourceRangesLetOnlyThemIn()
    {
        await Put(Service("LoadBalancer", s => s with { LoadBalancerSourceRanges = ["10.0.0.0/8"] }, "1.2.3.4"), Slice(At("10.244.0.3", "here")));
        Assert.Equal("timeout", _net.Client.Ask("1.2.3.4", 80));
        Assert.StartsWith("b ", _net.A.Ask("1.2.3.4", 80), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatNobodyServesIsRefusedAtOnce()
    {
        await Put(Service("NodePort"), Slice());
        Assert.Equal("refused", _net.A.Ask("10.96.0.5", 80));
        Assert.Equal("refused", _net.A.Ask("10.96.0.5", 81));
        Assert.Equal("refused", _net.A.Ask("10.96.200.1", 80));
        Assert.Equal("refused", _net.Here.Ask("10.96.0.5", 80));
        Assert.Equal("refused", _net.Here.Ask("10.96.200.1", 80));
        Assert.Equal("refused", _net.Client.Ask("192.168.7.1", 30080));
    }

    [Fact]
    public async Task AffinityHoldsAndEndsWithItsEndpoint()
    {
        var sticky = Service(change: s => s with { SessionAffinity = "ClientIP", SessionAffinityConfig = new SessionAffinityConfig { ClientIP = new ClientIPConfig { TimeoutSeconds = 100 } } });
        await Put(sticky, Slice(At("10.244.0.3", "here"), At("10.244.1.2")));
        Assert.Single(Enumerable.Range(0, 20).Select(_ => _net.A.Ask("10.96.0.5", 80)).ToHashSet());

        await Put(sticky, Slice(At("10.244.0.3", "here")));
        Assert.Equal("b 10.244.0.2", _net.A.Ask("10.96.0.5", 80));

        await Put(Service(), Slice(At("10.244.0.3", "here"), At("10.244.1.2")));
        Assert.Equal(2, Enumerable.Range(0, 40).Select(_ => _net.A.Ask("10.96.0.5", 80)).ToHashSet().Count);
    }

    [Fact]
    public async Task OpenConnectionsOutliveAChangeOfEndpoints()
    {
        await Put(Service(), Slice(At("10.244.0.3", "here")));
        using var open = _net.A.TryConnect("10.96.0.5", 80, out _);
        Assert.Equal("b 10.244.0.2", NetworkNamespace.Read(open!));

        await Put(Service(), Slice(At("10.244.1.2")));
        open!.Send("still"u8);

        Assert.Equal("still", NetworkNamespace.Read(open));
        Assert.Equal("c 10.244.0.2", _net.A.Ask("10.96.0.5", 80));
    }

    [Fact]
    public async Task OtherProgramsTablesAreLeftAloneAndOnlyOursIsRemoved()
    {
        _net.Here.Run("nft add table ip somebody");
        await Put(Service(), Slice(At("10.244.0.3", "here")));
        var removed = await ServiceTable.RemoveAsync(_net.Nft, default);
        Assert.True(removed.Succeeded, removed.Error);
        Assert.Equal("table ip somebody", _net.Here.Run("nft list tables").Trim());
    }

    [Fact]
    public async Task SyncAfterACrashReplacesWhatTheDeadProxyLeft()
    {
        await Put(Service(), Slice(At("10.244.0.3", "here")));
        _net.Here.Run("nft add chain ip kube-proxy stale");

        _table = new ServiceTable(_net.Nft, TwoNodes.Node, NftFamily.Ip, NftFamily.Ip6);
        await Put(Service(), Slice(At("10.244.1.2")));

        Assert.DoesNotContain("stale", _net.Here.Run("nft list chains ip"), StringComparison.Ordinal);
        Assert.Equal("c 10.244.0.2", _net.A.Ask("10.96.0.5", 80));
    }

    [Fact]
    public async Task FlushedTableIsMadeAnewAtTheNextChange()
    {
        await Put(Service(), Slice(At("10.244.0.3", "here")));
        _net.Here.Run("nft delete table ip kube-proxy");
        await Put(Service(), Slice(At("10.244.1.2")));
        Assert.Equal("c 10.244.0.2", _net.A.Ask("10.96.0.5", 80));
    }

    private async Task Put(Service service, params EndpointSlice[] slices)
    {
        _table.Put("ns1/svc1", service, slices);
        var sync = await _table.SyncAsync(default);
        Assert.Empty(sync.Refused);
    }
}
