using System.Net;
using System.Text;
using Cybernetes.Dns;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Plugins;
using Cybernetes.Dns.Plugins.ZoneFiles;
using Cybernetes.Dns.Server;
using Cybernetes.Dns.Services;

namespace Cybernetes.Fuzz;

/// <summary>The parsers of the DNS server: messages from anybody, and the files that people write for it.</summary>
internal static class NetworkTargets
{
    private const string Corefile = ".:53 {\n errors\n log . {\n class denial\n }\n kubernetes cluster.local in-addr.arpa {\n pods insecure\n ttl 30\n }\n rewrite name regex (.*)\\.a {1}.b\n template IN A x {\n answer \"{{ .Name }} 60 IN A 1.2.3.4\"\n }\n cache 30\n hosts {\n 1.2.3.4 a\n fallthrough\n }\n}\n(snip) {\n errors\n}\na.b:54 c.d {\n import snip\n}\n";

    private const string Zone = "$TTL 1h\n@ IN SOA ns h ( 1 2 3 4 5 ) ; c\n  NS ns\nns A 1.2.3.4\n*.w 60 TXT \"a b\" c\n";

    private static readonly DnsConfiguration _configuration = DnsConfiguration.Build(Corefile, "Corefile", Environment(), [IPAddress.Loopback], 53);

    public static IReadOnlyList<Target> All { get; } =
    [
        new("dns", [Query("a.default.svc.cluster.local.", DnsType.A), Query("1.0.0.10.in-addr.arpa.", DnsType.PTR), Edns()],
            [[0xc0, 0x0c], [0xc0, 0xff], [0x3f], [0x40], [0], [0, 1], [0xff, 0xff], [0, 0x29], [7, .. "default"u8]], Message),
        new("corefile", [Encoding.UTF8.GetBytes(Corefile)], Words("{", "}", "\n", "\"", "#", "import ", "{$HOME}", "{%HOME%}", "(x)", ".:53", "tls://", "dns://", "forward . 1.1.1.1\n", "cache {\n", "10.0.0.0/8", "\\", "rewrite ", "{args[0]}"), CorefileText),
        new("zone", [Encoding.UTF8.GetBytes(Zone)], Words("$ORIGIN ", "$TTL ", "@", "(", ")", ";", "\"", "\n", "\t", "IN ", "SOA ", "CNAME ", "*.", "1w2d", "4294967296", "\\."), ZoneText),
    ];

    /// <summary>Whatever comes: no failure, nothing larger than the question unless it was understood, and what was read can be written and read again.</summary>
    private static bool Message(byte[] input)
    {
        var answer = new byte[65535];
        var request = DnsResponder.Decode(input, new IPEndPoint(IPAddress.Loopback, 4000), "udp", answer, out var length);
        if (request is null)
        {
            Check(length <= input.Length, $"{input.Length} bytes that are no query were answered with {length}");
            return false;
        }

        var reply = _configuration.AnswerAsync(_configuration.Listeners.Keys.First(), request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        length = DnsResponder.Encode(request, reply.Message, answer);
        Check(length <= Math.Max(512, (int)(request.Message.Edns?.UdpSize ?? 0)), $"an answer of {length} bytes is more than the client takes");
        Check(DnsReader.TryRead(answer.AsSpan(0, length), out var read), "the answer cannot be read");
        Check(read.IsResponse && read.Id == request.Message.Id, "the answer is none");
        return true;
    }

    private static bool CorefileText(byte[] input)
    {
        try
        {
            DnsConfiguration.Build(Encoding.UTF8.GetString(input), "Corefile", Environment(), [IPAddress.Loopback], 53);
            return true;
        }
        catch (CorefileException)
        {
            return false;
        }
    }

    private static bool ZoneText(byte[] input)
    {
        try
        {
            var zone = new Zone("example.org.", ZoneFile.Read(Encoding.UTF8.GetString(input), "example.org."));
            zone.Find("a.b.w.example.org.", DnsType.TXT);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static DnsEnvironment Environment()
    {
        var services = new MemoryServiceView();
        services.Put(new DnsService("default", "a") { ClusterAddresses = [IPAddress.Parse("10.0.0.1")] });
        return new DnsEnvironment(services, new DnsTextOutput(TextWriter.Null)) { OpensHttpPorts = false, Root = "/nonexistent" };
    }

    private static byte[] Query(string name, DnsType type) => Bytes(DnsMessage.Query(name, type, 7));

    private static byte[] Edns() => Bytes(DnsMessage.Query("a.b.", DnsType.TXT, 7) with { Edns = new DnsEdns(4096, true, 0, new byte[] { 0, 10, 0, 2, 1, 2 }) });

    private static byte[] Bytes(DnsMessage message)
    {
        var buffer = new byte[512];
        return buffer[..DnsWriter.Write(message, buffer, 512)];
    }

    private static byte[][] Words(params string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(what);
        }
    }
}
