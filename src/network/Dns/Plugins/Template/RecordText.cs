using System.Globalization;
using System.Net;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Template;

/// <summary>Reads a record as a zone file writes it: "name [ttl] [class] type data".</summary>
internal static class RecordText
{
    private const uint DefaultTtl = 3600;

    /// <summary>Null when the text is not a record of a type that can be written so.</summary>
    public static DnsRecord? Parse(string text)
    {
        var words = Words(text);
        if (words.Count < 3)
        {
            return null;
        }

        var name = DnsName.Normalize(words[0]);
        var at = 1;
        var ttl = DefaultTtl;
        for (; at < 3 && at < words.Count; at++)
        {
            if (uint.TryParse(words[at], CultureInfo.InvariantCulture, out var seconds))
            {
                ttl = seconds;
            }
            else if (!words[at].Equals("IN", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }
        }

        if (at >= words.Count || !DnsNames.TryParseType(words[at], out var type))
        {
            return null;
        }

        return Data(type, words[(at + 1)..]) is { } data ? new DnsRecord(name, type, ttl, data) : null;
    }

    /// <summary>The data of a record in a zone file's words; names without a final dot are below <paramref name="origin"/>. Null when they are wrong.</summary>
    public static DnsData? Data(DnsType type, IReadOnlyList<string> words, string origin = ".") => (type, words) switch
    {
        (DnsType.A, [var a]) when IPAddress.TryParse(a, out var ip) && ip.GetAddressBytes().Length == 4 => new AddressData(ip),
        (DnsType.AAAA, [var a]) when IPAddress.TryParse(a, out var ip) && ip.GetAddressBytes().Length == 16 => new AddressData(ip),
        (DnsType.CNAME or DnsType.NS or DnsType.PTR or DnsType.DNAME, [var target]) => new NameData(Qualify(target, origin)),
        (DnsType.TXT, [_, ..]) => new TxtData([.. words]),
        (DnsType.MX, [var p, var host]) when U16(p) is { } preference => new MxData(preference, Qualify(host, origin)),
        (DnsType.SRV, [var p, var w, var n, var host]) when U16(p) is { } priority && U16(w) is { } weight && U16(n) is { } port =>
            new SrvData(priority, weight, port, Qualify(host, origin)),
        (DnsType.SOA, [var primary, var mailbox, var serial, var refresh, var retry, var expire, var minimum]) when
            U32(serial) is { } s && U32(refresh) is { } f && U32(retry) is { } r && U32(expire) is { } e && U32(minimum) is { } m =>
            new SoaData(Qualify(primary, origin), Qualify(mailbox, origin), s, f, r, e, m),
        _ => null,
    };

    /// <summary>A zone file's name as a full one: "@" is the origin itself.</summary>
    public static string Qualify(string name, string origin) =>
        name == "@" ? origin
        : name.EndsWith('.') && !name.EndsWith("\\.", StringComparison.Ordinal) ? name.ToLowerInvariant()
        : name.ToLowerInvariant() + (origin == "." ? "." : "." + origin);

    private static ushort? U16(string text) => ushort.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static uint? U32(string text) => uint.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '(' or ')')
            {
                at++;
                continue;
            }

            var quoted = text[at] == '"';
            var end = quoted ? text.IndexOf('"', at + 1) : text.AsSpan(at).IndexOfAny(' ', '\t') is var space and >= 0 ? at + space : text.Length;
            end = end < 0 ? text.Length : end;
            words.Add(quoted ? text[(at + 1)..end] : text[at..end]);
            at = end + (quoted ? 1 : 0);
        }

        return words;
    }
}
