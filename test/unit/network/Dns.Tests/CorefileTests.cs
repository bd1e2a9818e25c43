using Cybernetes.Dns.Corefile;

namespace Cybernetes.Dns.Tests;

public sealed class CorefileTests
{
    private readonly DnsFixture _dns = new();

    [Fact]
    public void DefaultCorefileOfKubeadmIsUnderstood()
    {
        const string Text = """
            .:53 {
                errors
                health {
                   lameduck 5s
                }
                ready
                kubernetes cluster.local in-addr.arpa ip6.arpa {
                   pods insecure
                   fallthrough in-addr.arpa ip6.arpa
                   ttl 30
                }
                prometheus :9153
                forward . 8.8.8.8 tls://9.9.9.9 {
                   max_concurrent 1000
                   tls_servername dns.quad9.net
                }
                cache 30 {
                   disable success cluster.local
                   disable denial cluster.local
                }
                loop
                reload
                loadbalance
            }
            """;
        var configuration = _dns.Build(Text);
        Assert.Equal("127.0.0.1:53", Assert.Single(configuration.Listeners).Key.ToString());
        Assert.Equal(TimeSpan.FromSeconds(30), configuration.Reload!.Interval);
    }

    [Fact]
    public void SnippetsImportsAndEnvironmentAreFilledIn()
    {
        const string Text = """
            # shared
            (common) {
                log
                cache {$TTL}
            }
            import extra/*.server
            a.org, b.org:5300 {
                import common
                forward . {%UP%}:53
            }
            """;
        var blocks = CorefileParser.Parse(Text, "Corefile", name => name == "TTL" ? "30" : "1.1.1.1",
            pattern => pattern == "extra/*.server" ? [("x.server", "c.org {\n whoami\n}")] : []);
        Assert.Equal(["c.org.", "a.org.", "b.org."], blocks.SelectMany(b => b.Keys.Select(k => k.Zone)));
        Assert.Equal(5300, blocks[1].Keys[1].Port);
        Assert.Equal(["log", "cache", "forward"], blocks[1].Directives.Select(d => d.Name));
        Assert.Equal("30", blocks[1].Directives[1].Arguments[0]);
        Assert.Equal("1.1.1.1:53", blocks[1].Directives[2].Arguments[1]);
    }

    [Theory]
    [InlineData(".:53 {\n errors\n nonsense\n}", "Corefile:3 - Error during parsing: Unknown directive 'nonsense'")]
    [InlineData(".:53 {\n errors", "Corefile:2 - Error during parsing: Unexpected end of file, expecting '}'")]
    [InlineData(".:53 {\n kubernetes cluster.local {\n  pods sometimes\n }\n}", "Corefile:3 - Error during parsing: wrong value for pods: sometimes,  pods must be one of: disabled, verified, insecure")]
    [InlineData(".:53 {\n forward . nowhere\n}", "Corefile:2 - Error during parsing: not an IP address or file: \"nowhere\"")]
    [InlineData(".:53 {\n cache 0\n}", "Corefile:2 - Error during parsing: cache TTL can not be zero or negative: 0")]
    [InlineData(". {\n whoami\n}\n. {\n whoami\n}", "cannot serve dns://.:53 - it is already defined")]
    public void BrokenCorefileIsRefusedWithLineAndWord(string text, string message) =>
        Assert.Equal(message, Assert.Throws<CorefileException>(() => _dns.Build(text)).Message);

    [Fact]
    public void NetworkAsZoneMeansItsReverseName()
    {
        var blocks = CorefileParser.Parse("10.96.0.0/16 {\n whoami\n}", "Corefile");
        Assert.Equal("96.10.in-addr.arpa.", blocks[0].Keys[0].Zone);
    }
}
