using System.Diagnostics;
using System.Net;
using Cybernetes.Dns;
using Cybernetes.Dns.Plugins;
using Cybernetes.Dns.Server;
using Cybernetes.Dns.Services;

namespace Cybernetes.Network.Tests;

/// <summary>The DNS server on loopback, asked by dig.</summary>
public sealed class DigTests : IAsyncLifetime, IDnsOutput
{
    private readonly MemoryServiceView _services = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _lines = [];
    private string _corefile = ".:0 {\n errors\n kubernetes cluster.local in-addr.arpa {\n pods insecure\n ttl 30\n }\n cache 30\n reload 2s 1ms\n loadbalance\n}\n";
    private DnsServer _server = null!;
    private Task _running = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/dig"), "needs dig (make deps)");
        _services.Put(new DnsService("default", "kubernetes") { ClusterAddresses = [IPAddress.Parse("10.96.0.1")], Ports = [new DnsPort("https", "tcp", 443)] });
        _services.Put(new DnsService("ns1", "big") { Headless = true }, [.. Enumerable.Range(1, 100).Select(i => new DnsEndpoint(IPAddress.Parse($"10.244.1.{i}"), "", "", []))]);
        _server = new DnsServer(new DnsServerOptions { ReadCorefile = () => _corefile, Addresses = [IPAddress.Loopback] }, new DnsEnvironment(_services, this));
        _running = _server.RunAsync(_stop.Token);
        await _server.Started;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public void Line(string text)
    {
        lock (_lines)
        {
            _lines.Add(text);
        }
    }

    [Fact]
    public void ServiceHasItsAddressAndFlags()
    {
        var answer = Dig("kubernetes.default.svc.cluster.local A");
        Assert.Contains("status: NOERROR", answer, StringComparison.Ordinal);
        Assert.Contains("flags: qr aa rd", answer, StringComparison.Ordinal);
        Assert.Matches(@"kubernetes\.default\.svc\.cluster\.local\. 30\s+IN\s+A\s+10\.96\.0\.1", answer);
        Assert.Contains("EDNS: version: 0", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingNameIsDeniedWithTheSoa() =>
        Assert.Matches(@"status: NXDOMAIN[\s\S]*cluster\.local\.\s+30\s+IN\s+SOA\s+ns\.dns\.cluster\.local\.", Dig("nothing.default.svc.cluster.local A"));

    [Fact]
    public void LargeAnswerIsCutOnUdpAndWholeOnTcp()
    {
        Assert.Contains("flags: qr aa tc", Dig("big.ns1.svc.cluster.local A +ignore +noedns"), StringComparison.Ordinal);
        Assert.Contains("ANSWER: 100,", Dig("big.ns1.svc.cluster.local A +noedns"), StringComparison.Ordinal);
        Assert.Contains("ANSWER: 100,", Dig("big.ns1.svc.cluster.local A +tcp"), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownEdnsVersionIsAnsweredAsSuch() =>
        Assert.Contains("status: BADVERS", Dig("kubernetes.default.svc.cluster.local A +edns=7 +noednsneg"), StringComparison.Ordinal);

    [Fact]
    public async Task CorefileChangesWhileQueriesRunAndNoneIsLost()
    {
        var lost = 0;
        var asked = 0;
        var changed = _corefile.Replace("ttl 30", "ttl 17", StringComparison.Ordinal).Replace("cache 30\n", "", StringComparison.Ordinal);
        var ask = Task.Run(() =>
        {
            while (!Lines().Any(l => l == "[INFO] Reloading complete"))
            {
                asked++;
                lost += Dig("kubernetes.default.svc.cluster.local A +short +tries=1 +time=1").Trim() == "10.96.0.1" ? 0 : 1;
            }
        });
        _corefile = changed;
        await ask.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.True(asked > 10);
        Assert.Equal(0, lost);
        Assert.Matches(@"\s17\s+IN", Dig("kubernetes.default.svc.cluster.local A"));

        // A broken one leaves this one in force.
        _corefile = ".:0 {\n nonsense\n}";
        await Task.Run(() => SpinWait.SpinUntil(() => Lines().Any(l => l.Contains("Unknown directive 'nonsense'", StringComparison.Ordinal)), 10_000));
        Assert.Contains(Lines(), l => l.Contains("Corefile:2 - Error during parsing: Unknown directive 'nonsense'", StringComparison.Ordinal));
        Assert.Matches(@"\s17\s+IN", Dig("kubernetes.default.svc.cluster.local A"));
    }

    private List<string> Lines()
    {
        lock (_lines)
        {
            return [.. _lines];
        }
    }

    private string Dig(string question)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/dig", ["@127.0.0.1", "-p", $"{_server.Address.Port}", .. question.Split(' ')]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
