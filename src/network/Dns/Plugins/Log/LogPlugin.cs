using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Log;

/// <summary>Prints a line for each query, in CoreDNS' formats.</summary>
public sealed class LogPlugin : IDnsHandler
{
    private const string Common = "{remote}:{port} - {>id} \"{type} {class} {name} {proto} {size} {>do} {>bufsize}\" {rcode} {>rflags} {rsize} {duration}";
    private readonly PluginContext _context;
    private readonly IDnsHandler _next;
    private readonly ImmutableArray<Rule> _rules;

    /// <summary>The rules of all log directives of the block; the first whose zone fits a name is used.</summary>
    public LogPlugin(IReadOnlyList<Directive> directives, PluginContext context, IDnsHandler next)
    {
        (_context, _next) = (context, next);
        _rules = [.. directives.SelectMany(RulesOf)];
    }

    /// <inheritdoc/>
    public async ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var rule = _rules.FirstOrDefault(r => DnsName.IsInZone(request.Name, r.Zone));
        if (rule is null)
        {
            return await _next.ServeAsync(request, cancellationToken);
        }

        var time = _context.Environment.Time;
        var started = time.GetTimestamp();
        var reply = await _next.ServeAsync(request, cancellationToken);
        if (rule.Classes.Contains("all") || rule.Classes.Contains(ClassOf(reply.Message)))
        {
            _context.Environment.Output.Line("[INFO] " + Format(rule.Format, request, reply.Message, time.GetElapsedTime(started)));
        }

        return reply;
    }

    /// <summary>Fills a format in.</summary>
    internal static string Format(string format, DnsRequest request, DnsMessage answer, TimeSpan duration)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < format.Length)
        {
            var open = format.IndexOf('{', at);
            var close = open < 0 ? -1 : format.IndexOf('}', open);
            if (close < 0)
            {
                text.Append(format, at, format.Length - at);
                break;
            }

            text.Append(format, at, open - at).Append(Label(format[(open + 1)..close], request, answer, duration));
            at = close + 1;
        }

        return text.ToString();
    }

    private static string Label(string label, DnsRequest request, DnsMessage answer, TimeSpan duration) => label switch
    {
        "remote" => request.Remote.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{request.Remote.Address}]" : request.Remote.Address.ToString(),
        "port" => request.Remote.Port.ToString(CultureInfo.InvariantCulture),
        ">id" => request.Message.Id.ToString(CultureInfo.InvariantCulture),
        "type" => request.Type.Text(),
        "class" => DnsNames.ClassText(request.Message.Question.Class),
        "name" => request.Name,
        "proto" => request.Protocol,
        "size" => request.Size.ToString(CultureInfo.InvariantCulture),
        ">do" => request.Message.Edns is { DnssecOk: true } ? "true" : "false",
        ">bufsize" => (request.Message.Edns?.UdpSize ?? (request.Protocol == "tcp" ? 65535 : 512)).ToString(CultureInfo.InvariantCulture),
        ">opcode" => request.Message.Opcode.ToString(CultureInfo.InvariantCulture),
        "rcode" => Enum.GetName(answer.Rcode) ?? ((int)answer.Rcode).ToString(CultureInfo.InvariantCulture),
        ">rflags" => Flags(answer),
        "rsize" => SizeOf(answer).ToString(CultureInfo.InvariantCulture),
        "duration" => Durations.Seconds(duration),
        "common" => Format(Common, request, answer, duration),
        "combined" => Format(Common + " {>opcode}", request, answer, duration),
        _ => "-",
    };

    private static string Flags(DnsMessage answer)
    {
        var flags = new List<string>();
        Add(answer.IsResponse, "qr");
        Add(answer.Authoritative, "aa");
        Add(answer.Truncated, "tc");
        Add(answer.RecursionDesired, "rd");
        Add(answer.RecursionAvailable, "ra");
        Add(answer.AuthenticData, "ad");
        Add(answer.CheckingDisabled, "cd");
        return flags.Count == 0 ? "-" : string.Join(',', flags);

        void Add(bool set, string name)
        {
            if (set)
            {
                flags.Add(name);
            }
        }
    }

    private static int SizeOf(DnsMessage answer)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(65536);
        var size = DnsWriter.Write(answer, buffer, 65535);
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return size;
    }

    private static string ClassOf(DnsMessage answer) => answer.Rcode switch
    {
        DnsRcode.NOERROR => answer.Answers.IsEmpty ? "denial" : "success",
        DnsRcode.NXDOMAIN => "denial",
        _ => "error",
    };

    private static IEnumerable<Rule> RulesOf(Directive directive)
    {
        var classes = directive.Block.Where(l => l.Name == "class").SelectMany(l => l.Arguments.Select(a => a is "success" or "denial" or "error" or "all" ? a : throw l.Error($"unknown class: {a}"))).ToImmutableHashSet();
        if (directive.Block.FirstOrDefault(l => l.Name != "class") is { } unknown)
        {
            throw unknown.Error($"Wrong argument count or unexpected line ending after '{unknown.Name}'");
        }

        classes = classes.IsEmpty ? ["all"] : classes;
        var formats = directive.Arguments.Where(a => a.Contains('{')).ToList();
        var zones = directive.Arguments.Where(a => !a.Contains('{')).SelectMany(CorefileParser.Zones).ToList();
        return (zones.Count == 0 ? ["."] : zones).Select(z => new Rule(z, formats.LastOrDefault() ?? "{common}", classes));
    }

    private sealed record Rule(string Zone, string Format, ImmutableHashSet<string> Classes);
}
