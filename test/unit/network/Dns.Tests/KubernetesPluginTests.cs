using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Tests;

/// <summary>Record by record what Kubernetes DNS-Based Service Discovery 1.1.0 asks for.</summary>
public sealed class KubernetesPluginTests
{
    private readonly DnsFixture _dns = new();

    [Theory]
    [InlineData("kubernetes.default.svc.cluster.local.", DnsType.A, "NOERROR | A 10.96.0.1")]
    [InlineData("KUBERNETES.Default.svc.Cluster.local.", DnsType.A, "NOERROR | A 10.96.0.1")]
    [InlineData("kubernetes.default.svc.cluster.local.", DnsType.AAAA, "NOERROR")]
    [InlineData("dual.ns1.svc.cluster.local.", DnsType.AAAA, "NOERROR | AAAA fd00:10:96::7")]
    [InlineData("dual.ns1.svc.cluster.local.", DnsType.A, "NOERROR | A 10.96.0.7")]
    [InlineData("nothing.default.svc.cluster.local.", DnsType.A, "NXDOMAIN")]
    [InlineData("kubernetes.nowhere.svc.cluster.local.", DnsType.A, "NXDOMAIN")]
    [InlineData("_https._tcp.kubernetes.default.svc.cluster.local.", DnsType.SRV, "NOERROR | SRV 0 100 443 kubernetes.default.svc.cluster.local.")]
    [InlineData("_https._udp.kubernetes.default.svc.cluster.local.", DnsType.SRV, "NXDOMAIN")]
    [InlineData("headless.ns1.svc.cluster.local.", DnsType.A, "NOERROR | A 10.244.0.5 | A 10.244.0.6")]
    [InlineData("_http._tcp.headless.ns1.svc.cluster.local.", DnsType.SRV, "NOERROR | SRV 0 50 8080 web-0.headless.ns1.svc.cluster.local. | SRV 0 50 8080 10-244-0-6.headless.ns1.svc.cluster.local.")]
    [InlineData("web-0.headless.ns1.svc.cluster.local.", DnsType.A, "NOERROR | A 10.244.0.5")]
    [InlineData("10-244-0-6.headless.ns1.svc.cluster.local.", DnsType.A, "NOERROR | A 10.244.0.6")]
    [InlineData("web-9.headless.ns1.svc.cluster.local.", DnsType.A, "NXDOMAIN")]
    [InlineData("empty.ns1.svc.cluster.local.", DnsType.A, "NXDOMAIN")]
    [InlineData("outside.ns1.svc.cluster.local.", DnsType.CNAME, "NOERROR | CNAME kubernetes.default.svc.cluster.local.")]
    [InlineData("outside.ns1.svc.cluster.local.", DnsType.A, "NOERROR | CNAME kubernetes.default.svc.cluster.local. | A 10.96.0.1")]
    [InlineData("10.0.96.10.in-addr.arpa.", DnsType.PTR, "NOERROR | PTR kube-dns.kube-system.svc.cluster.local.")]
    [InlineData("1.0.96.10.in-addr.arpa.", DnsType.PTR, "NOERROR | PTR kubernetes.default.svc.cluster.local.")]
    [InlineData("5.0.244.10.in-addr.arpa.", DnsType.PTR, "NOERROR | PTR web-0.headless.ns1.svc.cluster.local.")]
    [InlineData("7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.9.0.0.0.1.0.0.0.0.d.f.ip6.arpa.", DnsType.PTR, "NOERROR | PTR dual.ns1.svc.cluster.local.")]
    [InlineData("10-1-2-3.ns1.pod.cluster.local.", DnsType.A, "NOERROR | A 10.1.2.3")]
    [InlineData("10-1-2-3.nowhere.pod.cluster.local.", DnsType.A, "NXDOMAIN")]
    [InlineData("notanip.ns1.pod.cluster.local.", DnsType.A, "NXDOMAIN")]
    [InlineData("ns1.svc.cluster.local.", DnsType.A, "NOERROR")]
    [InlineData("svc.cluster.local.", DnsType.A, "NOERROR")]
    [InlineData("cluster.local.", DnsType.NS, "NOERROR | NS ns.dns.cluster.local.")]
    [InlineData("dns-version.cluster.local.", DnsType.TXT, "NOERROR | TXT \"1.1.0\"")]
    [InlineData("a.b.c.d.e.svc.cluster.local.", DnsType.A, "NXDOMAIN")]
    public async Task NameIsAnsweredAsTheSpecificationSays(string name, DnsType type, string expected) =>
        Assert.Equal(expected, await _dns.AnswerAsync(name, type));

    [Fact]
    public async Task DenialCarriesTheZonesSoaSoThatItCanBeKept()
    {
        var message = await _dns.AskAsync("nothing.default.svc.cluster.local.", DnsType.A);
        var soa = Assert.IsType<SoaData>(Assert.Single(message.Authorities).Data);
        Assert.Equal(("ns.dns.cluster.local.", "hostmaster.cluster.local.", 30u), (soa.PrimaryServer, soa.Mailbox, soa.Minimum));
        Assert.True(message.Authoritative);
    }

    [Fact]
    public async Task SrvAnswerBringsTheAddressesOfItsTargets()
    {
        var message = await _dns.AskAsync("_http._tcp.headless.ns1.svc.cluster.local.", DnsType.SRV);
        Assert.Equal(["10.244.0.5", "10.244.0.6"], DnsFixture.Data(message.Additionals));
        Assert.Equal("web-0.headless.ns1.svc.cluster.local.", message.Additionals[0].Name);
    }

    [Fact]
    public async Task AnswerKeepsTheCaseOfTheQuestion()
    {
        var message = await _dns.AskAsync("KuberNetes.default.svc.cluster.local.", DnsType.A);
        Assert.Equal("KuberNetes.default.svc.cluster.local.", message.Answers[0].Name);
        Assert.Equal(30u, message.Answers[0].Ttl);
    }

    [Fact]
    public async Task ExternalNameThatLeadsToItselfEnds()
    {
        var message = await _dns.AskAsync("circle.ns1.svc.cluster.local.", DnsType.A);
        Assert.InRange(message.Answers.Length, 1, 10);
    }

    [Theory]
    [InlineData("verified", "10-244-0-5.ns1.pod.cluster.local.", "NOERROR | A 10.244.0.5")]
    [InlineData("verified", "10-1-2-3.ns1.pod.cluster.local.", "NXDOMAIN")]
    [InlineData("disabled", "10-244-0-5.ns1.pod.cluster.local.", "NXDOMAIN")]
    public async Task PodNamesFollowTheMode(string mode, string name, string expected) =>
        Assert.Equal(expected, await _dns.AnswerAsync(name, DnsType.A, $". {{\n kubernetes cluster.local {{\n pods {mode}\n }}\n}}"));

    [Fact]
    public async Task BeforeTheFirstListNothingIsDenied()
    {
        _dns.Services.Synced = false;
        Assert.Equal("SERVFAIL", await _dns.AnswerAsync("nothing.default.svc.cluster.local.", DnsType.A));
    }

    [Fact]
    public async Task OnlyTheNamespacesNamedAreShown() =>
        Assert.Equal("NXDOMAIN", await _dns.AnswerAsync("dual.ns1.svc.cluster.local.", DnsType.A, ". {\n kubernetes cluster.local {\n namespaces default\n }\n}"));
}
