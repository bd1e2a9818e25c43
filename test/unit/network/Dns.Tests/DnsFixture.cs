using System.Collections.Immutable;
using System.Net;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Plugins;
using Cybernetes.Dns.Server;
using Cybernetes.Dns.Services;

namespace Cybernetes.Dns.Tests;

/// <summary>A configuration without sockets, and a cluster in memory: the one of the DNS specification's examples.</summary>
internal sealed class DnsFixture : IDnsOutput
{
    public const string ClusterCorefile = """
        .:53 {
            errors
            log
            kubernetes cluster.local in-addr.arpa ip6.arpa {
               pods insecure
               fallthrough in-addr.arpa ip6.arpa
               ttl 30
            }
        }
        """;

    public MemoryServiceView Services { get; } = new();

    public List<string> Lines { get; } = [];

    public DnsFixture()
    {
        var http = new DnsPort("http", "tcp", 80);
        Services.Put(new DnsService("default", "kubernetes") { ClusterAddresses = [IPAddress.Parse("10.96.0.1")], Ports = [new DnsPort("https", "tcp", 443)] });
        Services.Put(new DnsService("kube-system", "kube-dns") { ClusterAddresses = [IPAddress.Parse("10.96.0.10")], Ports = [new DnsPort("dns", "udp", 53), new DnsPort("dns-tcp", "tcp", 53)] });
        Services.Put(new DnsService("ns1", "dual") { ClusterAddresses = [IPAddress.Parse("10.96.0.7"), IPAddress.Parse("fd00:10:96::7")], Ports = [http] });
        Services.Put(new DnsService("ns1", "headless") { Headless = true, Ports = [http] },
            new DnsEndpoint(IPAddress.Parse("10.244.0.5"), "web-0", "web-0", [new DnsPort("http", "tcp", 8080)]),
            new DnsEndpoint(IPAddress.Parse("10.244.0.6"), "", "web-1", [new DnsPort("http", "tcp", 8080)]));
        Services.Put(new DnsService("ns1", "empty") { Headless = true });
        Services.Put(new DnsService("ns1", "outside") { ExternalName = "kubernetes.default.svc.cluster.local" });
        Services.Put(new DnsService("ns1", "circle") { ExternalName = "circle.ns1.svc.cluster.local" });
        Services.PutPod("ns1", IPAddress.Parse("10.244.0.5"));
    }

    public void Line(string text)
    {
        lock (Lines)
        {
            Lines.Add(text);
        }
    }

    public DnsConfiguration Build(string corefile = ClusterCorefile) =>
        DnsConfiguration.Build(corefile, "Corefile", new DnsEnvironment(Services, this), [IPAddress.Loopback], 53);

    public async Task<DnsMessage> AskAsync(string name, DnsType type, string corefile = ClusterCorefile, string from = "10.244.0.5") =>
        await AskAsync(Build(corefile), name, type, from);

    public static async Task<DnsMessage> AskAsync(DnsConfiguration configuration, string name, DnsType type, string from = "10.244.0.5")
    {
        var request = new DnsRequest(DnsMessage.Query(name, type, 7), new IPEndPoint(IPAddress.Parse(from), 4000), "udp", 40);
        return (await configuration.AnswerAsync(configuration.Listeners.Keys.First(), request, CancellationToken.None)).Message;
    }

    /// <summary>"NOERROR" or another code, then the answers without their names and lifetimes.</summary>
    public async Task<string> AnswerAsync(string name, DnsType type, string corefile = ClusterCorefile)
    {
        var message = await AskAsync(name, type, corefile);
        return string.Join(" | ", [message.Rcode.ToString(), .. message.Answers.Select(r => $"{r.Type.Text()} {r.Data}")]);
    }

    public static ImmutableArray<string> Data(IEnumerable<DnsRecord> records) => [.. records.Select(r => r.Data.ToString()!)];
}
