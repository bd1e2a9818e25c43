using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Plugins;
using Cybernetes.Dns.Plugins.ZoneFiles;
using Cybernetes.Dns.Server;

namespace Cybernetes.Dns.Tests;

public sealed class ZoneFileTests : IDisposable
{
    private const string Zone = """
        $ORIGIN example.org.
        $TTL 1h
        @       IN SOA ns1 hostmaster ( 2026010101 ; serial
                    7200 30m 2w 300 )
                IN NS  ns1
                   NS  ns2.elsewhere.net.
        ns1     A      192.0.2.1
                AAAA   2001:db8::1
        www 60  IN A   192.0.2.2
        www     A      192.0.2.3
        alias   CNAME  www
        far     CNAME  kubernetes.default.svc.cluster.local.
        text    TXT    "two words; no comment" second
        _http._tcp SRV 0 5 80 www
        *.wild  A      192.0.2.9
        a.b.deep A     192.0.2.4
        sub     NS     ns.sub
        ns.sub  A      192.0.2.5
        $ORIGIN more.example.org.
        m       MX     10 mail.example.org.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("c8s-zone-").FullName;
    private readonly DnsFixture _dns = new();

    public ZoneFileTests() => System.IO.File.WriteAllText(Db, Zone);

    private string Db => Path.Combine(_folder, "db.example.org");

    private string Corefile => $"example.org {{\n file {Db} {{\n reload 0\n }}\n}}\n. {{\n kubernetes cluster.local\n}}";

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("www.example.org.", DnsType.A, "NOERROR | A 192.0.2.2 | A 192.0.2.3")]
    [InlineData("WWW.Example.org.", DnsType.A, "NOERROR | A 192.0.2.2 | A 192.0.2.3")]
    [InlineData("www.example.org.", DnsType.AAAA, "NOERROR")]
    [InlineData("ns1.example.org.", DnsType.AAAA, "NOERROR | AAAA 2001:db8::1")]
    [InlineData("alias.example.org.", DnsType.A, "NOERROR | CNAME www.example.org. | A 192.0.2.2 | A 192.0.2.3")]
    [InlineData("far.example.org.", DnsType.A, "NOERROR | CNAME kubernetes.default.svc.cluster.local. | A 10.96.0.1")]
    [InlineData("text.example.org.", DnsType.TXT, "NOERROR | TXT \"two words; no comment\" \"second\"")]
    [InlineData("_http._tcp.example.org.", DnsType.SRV, "NOERROR | SRV 0 5 80 www.example.org.")]
    [InlineData("x.wild.example.org.", DnsType.A, "NOERROR | A 192.0.2.9")]
    [InlineData("x.y.wild.example.org.", DnsType.A, "NOERROR | A 192.0.2.9")]
    [InlineData("wild.example.org.", DnsType.A, "NOERROR")]
    [InlineData("b.deep.example.org.", DnsType.A, "NOERROR")]
    [InlineData("m.more.example.org.", DnsType.MX, "NOERROR | MX 10 mail.example.org.")]
    [InlineData("nothing.example.org.", DnsType.A, "NXDOMAIN")]
    [InlineData("example.org.", DnsType.SOA, "NOERROR | SOA ns1.example.org. hostmaster.example.org. 2026010101 7200 1800 1209600 300")]
    public async Task AnswersAsTheFileSays(string name, DnsType type, string expected) => Assert.Equal(expected, await _dns.AnswerAsync(name, type, Corefile));

    [Fact]
    public async Task OtherServersPartIsReferredToWithTheirAddresses()
    {
        var message = await _dns.AskAsync("host.sub.example.org.", DnsType.A, Corefile);
        Assert.Equal((DnsRcode.NOERROR, false), (message.Rcode, message.Authoritative));
        Assert.Empty(message.Answers);
        Assert.Equal(["ns.sub.example.org."], DnsFixture.Data(message.Authorities));
        Assert.Equal(["192.0.2.5"], DnsFixture.Data(message.Additionals));
    }

    [Fact]
    public async Task NamesThatAreNotThereSayHowLongTheyAreNot()
    {
        var message = await _dns.AskAsync("nothing.example.org.", DnsType.A, Corefile);
        Assert.Equal(DnsType.SOA, Assert.Single(message.Authorities).Type);
        var www = await _dns.AskAsync("www.example.org.", DnsType.A, Corefile);
        Assert.Equal([60u, 3600u], www.Answers.Select(r => r.Ttl));
    }

    [Theory]
    [InlineData("a A 1.2.3.4", "no SOA record found for zone \"example.org.\"")]
    [InlineData("@ SOA a b (1 2 3 4", "line 1: cannot read \"(\"")]
    [InlineData("@ SOA a b 1 2 3 4 5\nx A nonsense", "line 2: cannot read \"nonsense\"")]
    [InlineData("@ SOA a b 1 2 3 4 5\n$NO x", "line 2: cannot read \"$NO\"")]
    public void AWrongFileIsRefusedWithLineAndWord(string text, string expected)
    {
        System.IO.File.WriteAllText(Db, text);
        Assert.Contains(expected, Assert.Throws<CorefileException>(() => _dns.Build(Corefile)).Message);
    }

    [Fact]
    public async Task TlsServersAnswerUnderTheirCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=dns", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "c.pem"), certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "k.pem"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var server = new DnsServer(
            new DnsServerOptions { ReadCorefile = () => "tls://example.org:0 {\n tls c.pem k.pem\n file db.example.org\n}", Addresses = [IPAddress.Loopback], Port = 0 },
            new DnsEnvironment(_dns.Services, _dns) { Root = _folder });
        var running = server.RunAsync(stop.Token);
        await server.Started;
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(client.GetStream(), false, (_, presented, _, _) => presented?.Subject == "CN=dns");
        await tls.AuthenticateAsClientAsync("dns");
        var query = new byte[512];
        var length = DnsWriter.Write(DnsMessage.Query("ns1.example.org.", DnsType.A, 9), query.AsSpan(2), 510);
        query[1] = (byte)length;
        await tls.WriteAsync(query.AsMemory(0, length + 2), TestContext.Current.CancellationToken);
        var head = new byte[2];
        await tls.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        var body = new byte[(head[0] << 8) | head[1]];
        await tls.ReadExactlyAsync(body, TestContext.Current.CancellationToken);
        Assert.True(DnsReader.TryRead(body, out var message));
        Assert.Equal("192.0.2.1", Assert.Single(message.Answers).Data.ToString());
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task ALeavingServerSaysSoAndAnswersUntilItsTimeIsOver()
    {
        var time = new HeldTime();
        using var stop = new CancellationTokenSource();
        var server = new DnsServer(
            new DnsServerOptions { ReadCorefile = () => $".:0 {{\n health 127.0.0.1:0 {{\n lameduck 5s\n }}\n kubernetes cluster.local\n}}", Addresses = [IPAddress.Loopback], Port = 0 },
            new DnsEnvironment(_dns.Services, _dns) { Time = time });
        var running = server.RunAsync(stop.Token);
        await server.Started;
        await stop.CancelAsync();
        await time.Waited(TimeSpan.FromSeconds(5));
        Assert.Contains("[INFO] plugin/health: Going into lameduck mode for 5s", _dns.Lines);
        Assert.False(running.IsCompleted);
        using var client = new UdpClient();
        var query = new byte[512];
        var length = DnsWriter.Write(DnsMessage.Query("kubernetes.default.svc.cluster.local.", DnsType.A, 9), query, 512);
        await client.SendAsync(query.AsMemory(0, length), server.Address, TestContext.Current.CancellationToken);
        Assert.True(DnsReader.TryRead((await client.ReceiveAsync(TestContext.Current.CancellationToken)).Buffer, out var message));
        Assert.Equal("10.96.0.1", Assert.Single(message.Answers).Data.ToString());
        time.Pass();
        await running;
    }

    /// <summary>A clock whose timers end when they are told to.</summary>
    private sealed class HeldTime : TimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Action? _end;

        public async Task Waited(TimeSpan expected) => Assert.Equal(expected, await _asked.Task);

        public void Pass() => _end!();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(10))
            {
                _end = () => callback(state);
                _asked.TrySetResult(dueTime);
            }

            return new Still();
        }

        private sealed class Still : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // Nothing runs.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
