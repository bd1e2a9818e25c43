using Cybernetes.Api.CoreV1;
using Cybernetes.Api.DiscoveryV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Services;
using static Cybernetes.Proxy.Tests.Build;

namespace Cybernetes.Proxy.Tests;

public sealed class ServiceTableTests
{
    private readonly FakeNftables _nft = new();
    private readonly ServiceTable _table;

    public ServiceTableTests()
    {
        _nft.LocalAddresses.UnionWith(["192.168.0.1", "fd01::1"]);
        _table = new ServiceTable(_nft, Build.Node, NftFamily.Ip, NftFamily.Ip6);
    }

    [Fact]
    public async Task PodReachesAClusterAddressWithItsOwnAddress()
    {
        await Put(Service(), Slice(At("10.244.1.1"), At("10.244.1.2")));

        var first = FromPod("10.96.0.5", 80);
        _nft.Random = _ => 1;
        var second = FromPod("10.96.0.5", 80);

        Assert.Equal(("10.244.1.1:8080", false), (first.To, first.Packet.Masqueraded));
        Assert.Equal("10.244.1.2:8080", second.To);
    }

    [Fact]
    public async Task EveryEndpointIsReachedByItsNumber()
    {
        await Put(Service(), Slice([.. Enumerable.Range(1, 7).Select(i => At($"10.244.1.{i}"))]));
        var reached = new HashSet<string>();
        for (var i = 0; i < 7; i++)
        {
            var draw = i;
            _nft.Random = modulus => draw % modulus;
            reached.Add(FromPod("10.96.0.5", 80).To);
        }

        Assert.Equal(7, reached.Count);
    }

    [Fact]
    public async Task WhatComesFromOutsideThePodRangeIsMasqueradedToAClusterAddress()
    {
        await Put(Service(), Slice(At("10.244.1.1")));

        var outside = _nft.Arrive(new FakePacket("172.16.0.9", "10.96.0.5", "tcp", 1000, 80));
        var host = _nft.Send(new FakePacket("192.168.0.1", "10.96.0.5", "tcp", 1000, 80));

        Assert.True(outside.Packet.Masqueraded);
        Assert.Equal(("10.244.1.1:8080", true), (host.To, host.Packet.Masqueraded));
    }

    [Fact]
    public async Task PodThatReachesItselfThroughItsServiceIsMasqueraded()
    {
        await Put(Service(), Slice(At("10.244.0.7", "here")));
        Assert.True(_nft.Arrive(new FakePacket("10.244.0.7", "10.96.0.5", "tcp", 1000, 80)).Packet.Masqueraded);
    }

    [Fact]
    public async Task ServiceWithoutEndpointsIsRefusedAndOtherPortsOfItsAddressToo()
    {
        await Put(Service(), Slice());
        Assert.Equal(FakeFate.Rejected, FromPod("10.96.0.5", 80).Fate);
        Assert.Equal(FakeFate.Rejected, FromPod("10.96.0.5", 81).Fate);
        Assert.Equal(FakeFate.Rejected, _nft.Send(new FakePacket("192.168.0.1", "10.96.0.5", "tcp", 1000, 80)).Fate);
    }

    [Fact]
    public async Task AddressNobodyHasInTheServiceRangeIsRefused()
    {
        await Put(Service(), Slice(At("10.244.1.1")));
        await Put(null);

        Assert.Equal(FakeFate.Rejected, FromPod("10.96.0.5", 80).Fate);
        Assert.Equal(FakeFate.Rejected, FromPod("10.96.77.77", 443).Fate);
        Assert.Equal(FakeFate.Forwarded, FromPod("8.8.8.8", 53).Fate);
    }

    [Fact]
    public async Task NodePortReachesAnyEndpointMasqueraded()
    {
        await Put(Service("NodePort"), Slice(At("10.244.1.1")));
        var outcome = _nft.Arrive(new FakePacket("172.16.0.9", "192.168.0.1", "tcp", 1000, 30080));
        Assert.Equal(("10.244.1.1:8080", true), (outcome.To, outcome.Packet.Masqueraded));
        Assert.Equal(FakeFate.Delivered, _nft.Arrive(new FakePacket("172.16.0.9", "192.168.0.1", "tcp", 1000, 22)).Fate);
    }

    [Fact]
    public async Task NodePortWithoutEndpointsIsRefused()
    {
        await Put(Service("NodePort"), Slice());
        Assert.Equal(FakeFate.Rejected, _nft.Arrive(new FakePacket("172.16.0.9", "192.168.0.1", "tcp", 1000, 30080)).Fate);
    }

    [Fact]
    public async Task ExternalPolicyLocalKeepsTheClientsAddressAndStaysOnTheNode()
    {
        await Put(Service("LoadBalancer", s => s with { ExternalTrafficPolicy = "Local" }, "1.2.3.4"),
            Slice(At("10.244.0.1", "here"), At("10.244.1.1"), At("10.244.1.2")));
        _nft.Random = modulus => modulus - 1;

        var balancer = _nft.Arrive(new FakePacket("172.16.0.9", "1.2.3.4", "tcp", 1000, 80));
        var nodePort = _nft.Arrive(new FakePacket("172.16.0.9", "192.168.0.1", "tcp", 1000, 30080));
        var pod = FromPod("1.2.3.4", 80);
        var host = _nft.Send(new FakePacket("192.168.0.1", "1.2.3.4", "tcp", 1000, 80));

        Assert.Equal(("10.244.0.1:8080", false), (balancer.To, balancer.Packet.Masqueraded));
        Assert.Equal(("10.244.0.1:8080", false), (nodePort.To, nodePort.Packet.Masqueraded));
        Assert.Equal(("10.244.1.2:8080", false), (pod.To, pod.Packet.Masqueraded));
        Assert.Equal(("10.244.1.2:8080", true), (host.To, host.Packet.Masqueraded));
    }

    [Fact]
    public async Task ExternalPolicyLocalWithoutLocalEndpointsDropsOutsidersOnly()
    {
        await Put(Service("LoadBalancer", s => s with { ExternalTrafficPolicy = "Local" }, "1.2.3.4"), Slice(At("10.244.1.1")));
        Assert.Equal(FakeFate.Dropped, _nft.Arrive(new FakePacket("172.16.0.9", "1.2.3.4", "tcp", 1000, 80)).Fate);
        Assert.Equal("10.244.1.1:8080", FromPod("1.2.3.4", 80).To);
    }

    [Fact]
    public async Task InternalPolicyLocalUsesThisNodesEndpointsOrNone()
    {
        await Put(Service(change: s => s with { InternalTrafficPolicy = "Local" }), Slice(At("10.244.0.1", "here"), At("10.244.1.1")));
        _nft.Random = modulus => modulus - 1;
        Assert.Equal("10.244.0.1:8080", FromPod("10.96.0.5", 80).To);

        await Put(Service(change: s => s with { InternalTrafficPolicy = "Local" }), Slice(At("10.244.1.1")));
        Assert.Equal(FakeFate.Dropped, FromPod("10.96.0.5", 80).Fate);
    }

    [Fact]
    public async Task SourceRangesOfALoadBalancerLetOnlyThemIn()
    {
        await Put(Service("LoadBalancer", s => s with { LoadBalancerSourceRanges = ["172.16.0.0/24", "172.16.0.8/29"] }, "1.2.3.4"), Slice(At("10.244.1.1")));
        Assert.Equal("10.244.1.1:8080", _nft.Arrive(new FakePacket("172.16.0.9", "1.2.3.4", "tcp", 1000, 80)).To);
        Assert.Equal(FakeFate.Dropped, _nft.Arrive(new FakePacket("172.17.0.9", "1.2.3.4", "tcp", 1000, 80)).Fate);
        Assert.Equal("10.244.1.1:8080", _nft.Arrive(new FakePacket("172.17.0.9", "192.168.0.1", "tcp", 1000, 30080)).To);
    }

    [Fact]
    public async Task LoadBalancerAddressInProxyModeIsNotTakenOver()
    {
        var service = Service("LoadBalancer", null, "1.2.3.4");
        service = service with { Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus { Ingress = [new LoadBalancerIngress { Ip = "1.2.3.4", IpMode = "Proxy" }] } } };
        await Put(service, Slice(At("10.244.1.1")));
        Assert.Equal("1.2.3.4:80", FromPod("1.2.3.4", 80).To);
    }

    [Fact]
    public async Task ExternalAddressReachesEndpointsMasqueraded()
    {
        await Put(Service(change: s => s with { ExternalIPs = ["5.6.7.8", "fd05::1", "not an address"] }), Slice(At("10.244.1.1")));
        var outcome = _nft.Arrive(new FakePacket("172.16.0.9", "5.6.7.8", "tcp", 1000, 80));
        Assert.Equal(("10.244.1.1:8080", true), (outcome.To, outcome.Packet.Masqueraded));
    }

    [Fact]
    public async Task AffinityKeepsAClientAtItsEndpointUntilTheTimeout()
    {
        var sticky = Service("NodePort", s => s with { SessionAffinity = "ClientIP", SessionAffinityConfig = new SessionAffinityConfig { ClientIP = new ClientIPConfig { TimeoutSeconds = 60 } } });
        await Put(sticky, Slice(At("10.244.1.1"), At("10.244.1.2"), At("10.244.1.3")));
        _nft.Random = _ => 2;
        Assert.Equal("10.244.1.3:8080", FromPod("10.96.0.5", 80).To);

        _nft.Random = _ => 0;
        Assert.Equal("10.244.1.3:8080", FromPod("10.96.0.5", 80).To);
        Assert.Equal("10.244.1.3:8080", _nft.Arrive(new FakePacket("10.244.0.9", "192.168.0.1", "tcp", 2000, 30080)).To);
        Assert.Equal("10.244.1.1:8080", _nft.Arrive(new FakePacket("10.244.0.10", "10.96.0.5", "tcp", 1000, 80)).To);

        // The endpoint goes: so does the affinity.
        await Put(sticky, Slice(At("10.244.1.1"), At("10.244.1.2")));
        Assert.Equal("10.244.1.1:8080", FromPod("10.96.0.5", 80).To);
    }

    [Fact]
    public async Task AffinityCanBeSwitchedOffAndItsTimeoutChanged()
    {
        var sticky = (int seconds) => Service(change: s => s with { SessionAffinity = "ClientIP", SessionAffinityConfig = new SessionAffinityConfig { ClientIP = new ClientIPConfig { TimeoutSeconds = seconds } } });
        await Put(sticky(60), Slice(At("10.244.1.1"), At("10.244.1.2")));
        await Put(sticky(90), Slice(At("10.244.1.1"), At("10.244.1.2")));
        _nft.Random = _ => 1;
        Assert.Equal("10.244.1.2:8080", FromPod("10.96.0.5", 80).To);

        await Put(Service(), Slice(At("10.244.1.1"), At("10.244.1.2")));
        _nft.Random = _ => 0;
        Assert.Equal("10.244.1.1:8080", FromPod("10.96.0.5", 80).To);
        Assert.DoesNotContain(_nft.Chains(NftFamily.Ip, "kube-proxy")!, c => c.StartsWith("endpoint-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EndpointsThatEndAreUsedOnlyWhenNoneIsReady()
    {
        await Put(Service(), Slice(At("10.244.1.1", ready: false, terminating: true), At("10.244.1.2"), At("10.244.1.3", ready: false)));
        _nft.Random = modulus => modulus - 1;
        Assert.Equal("10.244.1.2:8080", FromPod("10.96.0.5", 80).To);

        await Put(Service(), Slice(At("10.244.1.1", ready: false, terminating: true), At("10.244.1.3", ready: false)));
        Assert.Equal("10.244.1.1:8080", FromPod("10.96.0.5", 80).To);
    }

    [Fact]
    public async Task HintsKeepTrafficInTheZoneWhenAllEndpointsHaveThem()
    {
        _nft.Random = modulus => modulus - 1;
        await Put(Service(), Slice(At("10.244.1.1", zoneHint: "z1"), At("10.244.1.2", zoneHint: "z2")));
        Assert.Equal("10.244.1.1:8080", FromPod("10.96.0.5", 80).To);

        await Put(Service(), Slice(At("10.244.1.1", zoneHint: "z1"), At("10.244.1.2")));
        Assert.Equal("10.244.1.2:8080", FromPod("10.96.0.5", 80).To);

        await Put(Service(), Slice(At("10.244.1.1", zoneHint: "z1", nodeHint: "here"), At("10.244.1.2", zoneHint: "z1", nodeHint: "there")));
        Assert.Equal("10.244.1.1:8080", FromPod("10.96.0.5", 80).To);
    }

    [Fact]
    public async Task DualStackServiceHasEachFamilysEndpoints()
    {
        await Put(Service(change: s => s with { ClusterIPs = ["10.96.0.5", "fd00:10:96::5"] }),
            Slice(At("10.244.1.1")), Slice("IPv6", "TCP", At("fd00:10:244::1")));
        Assert.Equal("10.244.1.1:8080", FromPod("10.96.0.5", 80).To);
        Assert.Equal("fd00:10:244::1:8080", _nft.Arrive(new FakePacket("fd00:10:244::9", "fd00:10:96::5", "tcp", 1000, 80)).To);
        Assert.Equal(FakeFate.Rejected, _nft.Arrive(new FakePacket("fd00:10:244::9", "fd00:10:96::6", "tcp", 1000, 80)).Fate);
    }

    [Theory]
    [InlineData("UDP")]
    [InlineData("SCTP")]
    public async Task OtherProtocolsAreServedUnderTheirOwnName(string protocol)
    {
        await Put(Service(change: s => s with { Ports = [new ServicePort { Name = "http", Protocol = protocol, Port = 80 }] }), Slice("IPv4", protocol, At("10.244.1.1")));
        Assert.Equal("10.244.1.1:8080", _nft.Arrive(new FakePacket("10.244.0.9", "10.96.0.5", protocol.ToLowerInvariant(), 1000, 80)).To);
        Assert.Equal(FakeFate.Rejected, FromPod("10.96.0.5", 80).Fate);
    }

    [Fact]
    public async Task HostPortsOfPodsAreServedByAddressAndProtocol()
    {
        _table.PutPods([Pod("10.244.0.5", 54323, "127.0.0.1", "TCP"), Pod("10.244.0.6", 54323, "192.168.0.1", "TCP"), Pod("10.244.0.7", 54323, "192.168.0.1", "UDP"), Pod("10.244.0.8", 9000, "", "TCP")]);
        await _table.SyncAsync(default);

        Assert.Equal("10.244.0.5:8080", _nft.Send(new FakePacket("192.168.0.1", "127.0.0.1", "tcp", 1, 54323)).To);
        Assert.Equal("10.244.0.6:8080", _nft.Arrive(new FakePacket("172.16.0.9", "192.168.0.1", "tcp", 1, 54323)).To);
        Assert.Equal("10.244.0.7:8080", _nft.Arrive(new FakePacket("172.16.0.9", "192.168.0.1", "udp", 1, 54323)).To);
        var any = _nft.Arrive(new FakePacket("172.16.0.9", "192.168.0.1", "tcp", 1, 9000));
        Assert.Equal(("10.244.0.8:8080", false), (any.To, any.Packet.Masqueraded));

        _table.PutPods([]);
        await _table.SyncAsync(default);
        Assert.Equal(FakeFate.Delivered, _nft.Arrive(new FakePacket("172.16.0.9", "192.168.0.1", "tcp", 1, 9000)).Fate);
    }

    [Fact]
    public async Task HeadlessAndExternalNameAndForeignServicesAreLeftAlone()
    {
        await Put(Service(change: s => s with { ClusterIP = "None", ClusterIPs = ["None"] }), Slice(At("10.244.1.1")));
        Assert.Empty(_nft.Elements(NftFamily.Ip, "kube-proxy", "service-ips"));
        var foreign = Service();
        await Put(foreign with { Metadata = foreign.Metadata with { Labels = foreign.Metadata.Labels.With("service.kubernetes.io/service-proxy-name", "other") } }, Slice(At("10.244.1.1")));
        Assert.Empty(_nft.Elements(NftFamily.Ip, "kube-proxy", "service-ips"));
    }

    [Fact]
    public async Task OneChangeSendsWhatItTouchesAndNothingElse()
    {
        for (var i = 0; i < 200; i++)
        {
            _table.Put($"ns1/other{i}", Service(change: s => s with { ClusterIP = $"10.96.1.{i}", ClusterIPs = [$"10.96.1.{i}"] }), [Slice(At($"10.244.2.{i}"))]);
        }

        await Put(Service(), Slice(At("10.244.1.1")));
        _nft.Taken.Clear();
        await Put(Service(), Slice(At("10.244.1.1"), At("10.244.1.2")));

        var operations = Assert.Single(_nft.Taken, t => t.Family == NftFamily.Ip).Operations;
        Assert.True(operations.Length <= 8, string.Join('\n', operations));
        Assert.DoesNotContain(operations, o => o is NftAddElements add && add.Elements.Length > 2);
    }

    [Fact]
    public async Task LeavingsOfACrashAreReplacedAndOtherTablesStay()
    {
        var foreign = new NftTransaction(NftFamily.Ip, "somebody", [new NftAddTable("x"), new NftAddChain(new NftChain("c", null, []))]);
        var stale = new NftTransaction(NftFamily.Ip, "kube-proxy", [new NftAddTable("x"), new NftAddChain(new NftChain("stale", null, []))]);
        await _nft.ApplyAsync(foreign, default);
        await _nft.ApplyAsync(stale, default);

        await Put(Service(), Slice(At("10.244.1.1")));

        Assert.DoesNotContain("stale", _nft.Chains(NftFamily.Ip, "kube-proxy")!);
        Assert.Contains("c", _nft.Chains(NftFamily.Ip, "somebody")!);
    }

    [Fact]
    public async Task WhenNftRefusesOneServiceTheOthersAreInForceAndItIsNamed()
    {
        await Put(Service(), Slice(At("10.244.1.1")));
        _nft.Refuse = t => t.Render().Contains("10.96.0.66", StringComparison.Ordinal) ? "Error: no" : null;
        _table.Put("ns1/bad", Service(change: s => s with { ClusterIP = "10.96.0.66", ClusterIPs = ["10.96.0.66"] }), [Slice(At("10.244.1.9"))]);
        _table.Put("ns1/good", Service(change: s => s with { ClusterIP = "10.96.0.67", ClusterIPs = ["10.96.0.67"] }), [Slice(At("10.244.1.10"))]);

        var sync = await _table.SyncAsync(default);

        Assert.Equal(["ns1/bad"], sync.Refused.Keys);
        Assert.Equal("10.244.1.10:8080", FromPod("10.96.0.67", 80).To);
        Assert.Equal("10.244.1.1:8080", FromPod("10.96.0.5", 80).To);
    }

    private static Pod Pod(string address, int port, string host, string protocol) => new()
    {
        Metadata = new ObjectMeta { Uid = address },
        Spec = new PodSpec { Containers = [new Container { Ports = [new ContainerPort { ContainerPortValue = 8080, HostPort = port, HostIP = host, Protocol = protocol }] }] },
        Status = new PodStatus { Phase = "Running", PodIP = address },
    };

    private async Task Put(Service? service, params EndpointSlice[] slices)
    {
        _table.Put("ns1/svc1", service, slices);
        var sync = await _table.SyncAsync(default);
        Assert.Empty(sync.Refused);
    }

    private FakeOutcome FromPod(string to, int port) => _nft.Arrive(new FakePacket("10.244.0.9", to, "tcp", 1000, port));
}
