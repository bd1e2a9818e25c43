using System.Diagnostics;
using System.Net;
using Cybernetes.Dns;
using Cybernetes.Dns.Hosting;
using Cybernetes.Dns.Plugins;
using Cybernetes.Dns.Server;
using Cybernetes.Dns.Services;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Services;

namespace Cybernetes.Network.Tests;

/// <summary>
/// The way to a DNS server that runs in a process on the node: the kube-dns Service without a selector, our EndpointSlice with the
/// node's address, the proxy in between. Asked by dig from pods on both nodes' networks and from the node itself.
/// </summary>
public sealed class ClusterDnsReachabilityTests : IAsyncLifetime, IDnsOutput
{
    private readonly CancellationTokenSource _stop = new();
    private TwoNodes _net = null!;
    private Task _running = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(NetworkNamespace.Missing is not null, NetworkNamespace.Missing ?? "");
        Assert.SkipUnless(File.Exists("/usr/bin/dig"), "needs dig (make deps)");
        _net = new TwoNodes();
        var table = new ServiceTable(_net.Nft, TwoNodes.Node, NftFamily.Ip, NftFamily.Ip6);
        table.Put("kube-system/kube-dns", ClusterDns.Service(IPAddress.Parse("10.96.0.10"), selectsPods: false), [ClusterDns.EndpointSlice(IPAddress.Parse("192.168.7.1"), "here", 10053)]);
        Assert.Empty((await table.SyncAsync(default)).Refused);

        var services = new MemoryServiceView();
        services.Put(new DnsService("default", "kubernetes") { ClusterAddresses = [IPAddress.Parse("10.96.0.1")] });
        services.Put(new DnsService("ns1", "big") { Headless = true }, [.. Enumerable.Range(1, 200).Select(i => new DnsEndpoint(IPAddress.Parse($"10.244.1.{i}"), "", "", []))]);

        // Sockets are made where the thread is: the listener's threads start inside the node's namespace.
        var server = new DnsServer(new DnsServerOptions { ReadCorefile = () => ".:53 {\n kubernetes cluster.local\n}", Addresses = [IPAddress.Parse("192.168.7.1")], PortInsteadOf53 = 10053 },
            new DnsEnvironment(services, this));
        _running = _net.Here.Inside(() => server.RunAsync(_stop.Token));
        await server.Started;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _net?.Dispose();
    }

    public void Line(string text)
    {
    }

    [Fact]
    public void PodsAndTheNodeAskTheClusterAddress()
    {
        Assert.Equal("10.96.0.1", Dig(_net.A, "kubernetes.default.svc.cluster.local").Trim());
        Assert.Equal("10.96.0.1", Dig(_net.Here, "kubernetes.default.svc.cluster.local").Trim());
        Assert.Equal(200, Dig(_net.A, "big.ns1.svc.cluster.local").Trim().Split('\n').Length);
        Assert.Equal(200, Dig(_net.Here, "big.ns1.svc.cluster.local +tcp").Trim().Split('\n').Length);
    }

    private static string Dig(NetworkNamespace from, string question)
    {
        using var process = Process.Start(new ProcessStartInfo("nsenter", ["--net=" + from.Path, "dig", "@10.96.0.10", "+short", "+tries=1", "+time=2", .. question.Split(' ')]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
