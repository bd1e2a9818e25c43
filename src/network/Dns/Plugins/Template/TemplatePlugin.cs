using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Template;

/// <summary>Answers made from the question by patterns.</summary>
public sealed class TemplatePlugin : IDnsHandler
{
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(100);
    private readonly ImmutableArray<Rule> _rules;
    private readonly IDnsHandler _next;

    /// <summary>The template directives of a block, tried in order.</summary>
    public TemplatePlugin(IReadOnlyList<Directive> directives, PluginContext context, IDnsHandler next) =>
        (_rules, _next) = ([.. directives.Select(d => Rule.Parse(d, context))], next);

    /// <inheritdoc/>
    public ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        foreach (var rule in _rules)
        {
            if (rule.Zone(request) is not { } zone)
            {
                continue;
            }

            if (rule.Match(request.Name) is { } match)
            {
                return new(rule.Answer(request, zone, match));
            }

            if (!rule.Fallthrough.Covers(request.Name))
            {
                return new(new DnsReply(request.Message.Reply(DnsRcode.NXDOMAIN)));
            }
        }

        return _next.ServeAsync(request, cancellationToken);
    }

    private sealed record Rule(ushort Class, DnsType Type, ImmutableArray<string> Zones, ImmutableArray<Regex> Patterns)
    {
        public ImmutableArray<TemplateText> Answers { get; init; } = [];

        public ImmutableArray<TemplateText> Additionals { get; init; } = [];

        public ImmutableArray<TemplateText> Authorities { get; init; } = [];

        public DnsRcode Rcode { get; init; }

        public Fallthrough Fallthrough { get; init; } = Fallthrough.None;

        public static Rule Parse(Directive directive, PluginContext context)
        {
            if (directive.Arguments.Length < 2)
            {
                throw directive.Error("Wrong argument count or unexpected line ending after '" + (directive.Arguments.LastOrDefault() ?? "template") + "'");
            }

            ushort @class = directive.Arguments[0].ToUpperInvariant() switch
            {
                "IN" => 1,
                "CH" => 3,
                "ANY" => 255,
                var other => throw directive.Error($"invalid query class {other}"),
            };
            if (!DnsNames.TryParseType(directive.Arguments[1], out var type))
            {
                throw directive.Error($"invalid RR class {directive.Arguments[1]}");
            }

            var patterns = directive.Block.Where(l => l.Name == "match").SelectMany(l => l.Arguments.Select(a => Pattern(l, a))).ToImmutableArray();
            var rule = new Rule(@class, type, context.ZonesOr(directive.Arguments.Skip(2)), patterns.IsEmpty ? [Pattern(directive, ".*")] : patterns);
            foreach (var line in directive.Block)
            {
                rule = line.Name switch
                {
                    "match" => rule,
                    "answer" => rule with { Answers = rule.Answers.AddRange(line.Arguments.Select(a => Template(line, a))) },
                    "additional" => rule with { Additionals = rule.Additionals.AddRange(line.Arguments.Select(a => Template(line, a))) },
                    "authority" => rule with { Authorities = rule.Authorities.AddRange(line.Arguments.Select(a => Template(line, a))) },
                    "rcode" => rule with { Rcode = Enum.TryParse<DnsRcode>(line.One(), true, out var rcode) ? rcode : throw line.Error($"unknown rcode {line.One()}") },
                    "fallthrough" => rule with { Fallthrough = Fallthrough.Of(line) },
                    _ => throw line.Error($"Wrong argument count or unexpected line ending after '{line.Name}'"),
                };
            }

            return rule.Answers.IsEmpty && rule.Authorities.IsEmpty && rule.Rcode == DnsRcode.NOERROR
                ? throw directive.Error("no answer section for template found") : rule;
        }

        public string? Zone(DnsRequest request) =>
            (Class == 255 || Class == request.Message.Question.Class) && (Type == DnsType.ANY || Type == request.Type)
                ? DnsName.BestZone(Zones, request.Name) : null;

        public Match? Match(string name)
        {
            foreach (var pattern in Patterns)
            {
                try
                {
                    var match = pattern.Match(name);
                    if (match.Success)
                    {
                        return match;
                    }
                }
                catch (RegexMatchTimeoutException)
                {
                    // A pattern that takes this long does not match.
                }
            }

            return null;
        }

        public DnsReply Answer(DnsRequest request, string zone, Match match)
        {
            var answers = Fill(Answers, request, zone, match);
            var additionals = Fill(Additionals, request, zone, match);
            var authorities = Fill(Authorities, request, zone, match);
            return answers is null || additionals is null || authorities is null
                ? DnsReply.Failed(request, DnsRcode.SERVFAIL, "failed to parse the template's record")
                : new DnsReply(request.Message.Reply(Rcode) with { Authoritative = true, Answers = [.. answers], Additionals = [.. additionals], Authorities = [.. authorities] });
        }

        private static List<DnsRecord>? Fill(ImmutableArray<TemplateText> templates, DnsRequest request, string zone, Match match)
        {
            var records = templates.Select(t => RecordText.Parse(t.Fill(request, zone, match))).ToList();
            return records.TrueForAll(r => r is not null) ? [.. records.OfType<DnsRecord>()] : null;
        }

        private static Regex Pattern(Directive line, string text)
        {
            try
            {
                return new Regex(text.Replace("(?P<", "(?<", StringComparison.Ordinal), RegexOptions.CultureInvariant, RegexTimeout);
            }
            catch (ArgumentException)
            {
                throw line.Error($"could not parse regex: {text}");
            }
        }

        private static TemplateText Template(Directive line, string text) =>
            TemplateText.Parse(text) ?? throw line.Error($"could not compile template: {text}");
    }
}
