using System.Net;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Tests;

public sealed class PluginTests
{
    private readonly DnsFixture _dns = new();

    [Fact]
    public async Task HostsAnswersItsLinesAndLetsTheRestThrough()
    {
        const string Corefile = ". {\n hosts /nonexistent {\n  10.0.0.1 a.example.org b.example.org\n  fallthrough\n }\n kubernetes cluster.local\n}";
        Assert.Equal("NOERROR | A 10.0.0.1", await _dns.AnswerAsync("a.example.org.", DnsType.A, Corefile));
        Assert.Equal("NOERROR", await _dns.AnswerAsync("a.example.org.", DnsType.AAAA, Corefile));
        Assert.Equal("NOERROR | PTR a.example.org. | PTR b.example.org.", await _dns.AnswerAsync("1.0.0.10.in-addr.arpa.", DnsType.PTR, Corefile));
        Assert.Equal("NOERROR | A 10.96.0.1", await _dns.AnswerAsync("kubernetes.default.svc.cluster.local.", DnsType.A, Corefile));
    }

    [Theory]
    [InlineData("name api.example.org kubernetes.default.svc.cluster.local", "api.example.org.", "api.example.org.")]
    [InlineData("name suffix .example.org .default.svc.cluster.local answer auto", "kubernetes.example.org.", "kubernetes.example.org.")]
    [InlineData("stop name regex (.*)\\.example\\.org {1}.default.svc.cluster.local answer name (.*)\\.default\\.svc\\.cluster\\.local {1}.example.org", "kubernetes.example.org.", "kubernetes.example.org.")]
    [InlineData("name prefix old- kuber", "old-netes.default.svc.cluster.local.", "kubernetes.default.svc.cluster.local.")]
    public async Task RewriteChangesTheQuestionAndTheAnswerBack(string rule, string asked, string answered)
    {
        var message = await _dns.AskAsync(asked, DnsType.A, $". {{\n rewrite {rule}\n kubernetes cluster.local\n}}");
        Assert.Equal("10.96.0.1", message.Answers[0].Data.ToString());
        Assert.Equal((answered, asked), (message.Answers[0].Name, message.Question.Name));
    }

    [Fact]
    public async Task TemplateMakesAnswersFromTheQuestion()
    {
        const string Corefile = """
            . {
              template IN A example {
                match ^ip-(?P<a>[0-9]*)-(?P<b>[0-9]*)-(?P<c>[0-9]*)-(?P<d>[0-9]*)[.]example[.]$
                answer "{{ .Name }} 60 IN A {{ .Group.a }}.{{ .Group.b }}.{{ .Group.c }}.{{ .Group.d }}"
                fallthrough
              }
              template ANY ANY nothing { 
                rcode NXDOMAIN
              }
              whoami
            }
            """;
        Assert.Equal("NOERROR | A 10.1.2.3", await _dns.AnswerAsync("ip-10-1-2-3.example.", DnsType.A, Corefile));
        Assert.Equal("NXDOMAIN", await _dns.AnswerAsync("any.nothing.", DnsType.MX, Corefile));
        Assert.Equal("NOERROR", await _dns.AnswerAsync("other.example.", DnsType.A, Corefile));
    }

    [Fact]
    public async Task CacheGivesTheSameAnswerUntilItsLifetimeIsOver()
    {
        var time = new SteppedTime();
        var configuration = Server.DnsConfiguration.Build(". {\n cache 10\n kubernetes cluster.local\n}", "Corefile",
            new Plugins.DnsEnvironment(_dns.Services, _dns) { Time = time }, [IPAddress.Loopback], 53);
        var name = "kubernetes.default.svc.cluster.local.";
        Assert.Equal("10.96.0.1", (await DnsFixture.AskAsync(configuration, name, DnsType.A)).Answers[0].Data.ToString());
        _dns.Services.Remove("default", "kubernetes");

        time.Now += TimeSpan.FromSeconds(4);
        var kept = await DnsFixture.AskAsync(configuration, name, DnsType.A);
        Assert.Equal(("10.96.0.1", 1u), (kept.Answers[0].Data.ToString(), kept.Answers[0].Ttl));

        time.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(DnsRcode.NXDOMAIN, (await DnsFixture.AskAsync(configuration, name, DnsType.A)).Rcode);
    }

    [Fact]
    public async Task StaleAnswerIsServedWhileAFreshOneIsFetched()
    {
        var time = new SteppedTime();
        var configuration = Server.DnsConfiguration.Build(". {\n cache {\n serve_stale 1h verify\n }\n kubernetes cluster.local\n}", "Corefile",
            new Plugins.DnsEnvironment(_dns.Services, _dns) { Time = time }, [IPAddress.Loopback], 53);
        await DnsFixture.AskAsync(configuration, "kubernetes.default.svc.cluster.local.", DnsType.A);
        time.Now += TimeSpan.FromMinutes(1);
        _dns.Services.Synced = false;
        var stale = await DnsFixture.AskAsync(configuration, "kubernetes.default.svc.cluster.local.", DnsType.A);
        Assert.Equal("10.96.0.1", stale.Answers[0].Data.ToString());
    }

    [Fact]
    public async Task AutopathWalksTheSearchPathOfThePodsNamespace()
    {
        var message = await _dns.AskAsync("kubernetes.default.ns1.svc.cluster.local.", DnsType.A,
            ". {\n autopath @kubernetes\n kubernetes cluster.local {\n pods verified\n }\n}");
        Assert.Equal(["kubernetes.default.svc.cluster.local.", "10.96.0.1"], DnsFixture.Data(message.Answers));
    }

    [Fact]
    public async Task StubDomainGoesToItsOwnServerBlock()
    {
        const string Corefile = "example.org:53 {\n template IN A {\n answer \"{{ .Name }} 60 IN A 1.1.1.1\"\n }\n}\n.:53 {\n kubernetes cluster.local\n}";
        Assert.Equal("NOERROR | A 1.1.1.1", await _dns.AnswerAsync("x.example.org.", DnsType.A, Corefile));
        Assert.Equal("NOERROR | A 10.96.0.1", await _dns.AnswerAsync("kubernetes.default.svc.cluster.local.", DnsType.A, Corefile));
    }

    [Fact]
    public async Task LogAndErrorsPrintTheLinesThatTheDocumentsShow()
    {
        await _dns.AskAsync("kubernetes.default.svc.cluster.local.", DnsType.A);
        Assert.Matches("""^\[INFO\] 10\.244\.0\.5:4000 - 7 "A IN kubernetes\.default\.svc\.cluster\.local\. udp 40 false 512" NOERROR qr,aa,rd \d+ [0-9.]+s$""", _dns.Lines[^1]);
        await _dns.AskAsync("example.org.", DnsType.A);
        Assert.Contains("[ERROR] plugin/errors: 2 example.org. A: no next plugin found", _dns.Lines);
    }

    [Fact]
    public async Task UnreachableUpstreamIsAFailureWithItsReason()
    {
        var message = await _dns.AskAsync("example.org.", DnsType.A, ". {\n errors\n forward . 127.0.0.1:1\n}");
        Assert.Equal(DnsRcode.SERVFAIL, message.Rcode);
        Assert.StartsWith("[ERROR] plugin/errors: 2 example.org. A: ", _dns.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameOutsideEveryZoneIsRefused() =>
        Assert.Equal("REFUSED", await _dns.AnswerAsync("example.org.", DnsType.A, "cluster.local {\n kubernetes\n}"));

    private sealed class SteppedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
