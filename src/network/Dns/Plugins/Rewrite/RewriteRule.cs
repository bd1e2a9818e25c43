using System.Text.RegularExpressions;
using Cybernetes.Dns.Corefile;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins.Rewrite;

/// <summary>One "rewrite" directive: what it changes in the question, and how the answer is changed back.</summary>
public sealed class RewriteRule
{
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(100);
    private readonly Func<DnsQuestion, DnsQuestion?> _change;
    private readonly List<Func<string, string?>> _answerNames = [];
    private readonly List<Func<string, string?>> _answerValues = [];
    private readonly bool _restore;

    private RewriteRule(bool goesOn, Func<DnsQuestion, DnsQuestion?> change, bool restore) =>
        (GoesOn, _change, _restore) = (goesOn, change, restore);

    /// <summary>Later rules are tried too.</summary>
    public bool GoesOn { get; }

    /// <summary>Bounds for the lifetimes of the answer, for "rewrite ttl".</summary>
    public (uint Least, uint Most)? Ttl { get; private init; }

    /// <summary>Reads the directive.</summary>
    public static RewriteRule Parse(Directive directive)
    {
        var words = directive.Arguments.ToList();
        var goesOn = false;
        if (words.Count > 0 && words[0] is "stop" or "continue")
        {
            goesOn = words[0] == "continue";
            words.RemoveAt(0);
        }

        if (words.Count == 0)
        {
            throw directive.Error("no rule type specified for rewrite");
        }

        var field = words[0];
        words.RemoveAt(0);

        // The answer rules stand behind the rule or, in braces, below it.
        var answers = new List<List<string>>();
        for (var at = words.IndexOf("answer"); at >= 0; at = words.IndexOf("answer"))
        {
            var end = words.FindIndex(at + 1, w => w == "answer");
            answers.Add(words[(at + 1)..(end < 0 ? words.Count : end)]);
            words.RemoveRange(at, (end < 0 ? words.Count : end) - at);
        }

        foreach (var line in directive.Block)
        {
            if (line.Name == "answer")
            {
                answers.Add([.. line.Arguments]);
            }
            else
            {
                words.Add(line.Name);
                words.AddRange(line.Arguments);
            }
        }

        return field switch
        {
            "name" => ParseName(directive, goesOn, words, answers),
            "type" => ParseType(directive, goesOn, words),
            "class" => ParseClass(directive, goesOn, words),
            "ttl" => ParseTtl(directive, goesOn, words),
            _ => throw directive.Error($"invalid rule type \"{field}\""),
        };
    }

    /// <summary>The changed question; null when the rule does not fit.</summary>
    public DnsQuestion? Change(DnsQuestion question) => _change(question);

    /// <summary>Changes a record of the answer back.</summary>
    public DnsRecord Restore(DnsRecord record, string asked, string rewritten)
    {
        var name = _restore && record.Name.Equals(rewritten, StringComparison.OrdinalIgnoreCase) ? asked : Apply(_answerNames, record.Name);
        return record with
        {
            Name = name,
            Ttl = Ttl is var (least, most) ? Math.Clamp(record.Ttl, least, most) : record.Ttl,
            Data = record.Data switch
            {
                NameData target => new NameData(Apply(_answerValues, target.Target)),
                SrvData srv => srv with { Target = Apply(_answerValues, srv.Target) },
                MxData mx => mx with { Exchange = Apply(_answerValues, mx.Exchange) },
                var data => data,
            },
        };
    }

    private static RewriteRule ParseName(Directive directive, bool goesOn, List<string> words, List<List<string>> answers)
    {
        var kind = words.Count == 3 ? words[0] : "exact";
        var (from, to) = words.Count switch
        {
            2 => (words[0], words[1]),
            3 => (words[1], words[2]),
            _ => throw directive.Error("too few arguments for a name rule"),
        };
        var matcher = Replacer(directive, kind, from, to);
        var automatic = answers.Any(a => a is ["auto"]);

        // An exact name comes back under the name asked for, by itself; the other kinds only when told so.
        var rule = new RewriteRule(goesOn, q => matcher(q.Name.ToLowerInvariant()) is { } name ? q with { Name = name } : null, kind == "exact" || automatic);
        foreach (var answer in answers.Where(a => a is not ["auto"]))
        {
            switch (answer)
            {
                case ["name", var pattern, var replacement]:
                    rule._answerNames.Add(Replacer(directive, "regex", pattern, replacement));
                    break;
                case ["value", var pattern, var replacement]:
                    rule._answerValues.Add(Replacer(directive, "regex", pattern, replacement));
                    break;
                default:
                    throw directive.Error("invalid answer rule: " + string.Join(' ', answer));
            }
        }

        return rule;
    }

    private static Func<string, string?> Replacer(Directive directive, string kind, string from, string to)
    {
        var lower = from.ToLowerInvariant();
        switch (kind)
        {
            case "exact":
                var (whole, target) = (DnsName.Normalize(from), DnsName.Normalize(to));
                return name => name == whole ? target : null;
            case "prefix":
                return name => name.StartsWith(lower, StringComparison.Ordinal) ? to + name[lower.Length..] : null;
            case "suffix":
                var (end, replacement) = (DnsName.Normalize(from), DnsName.Normalize(to));
                return name => name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] + replacement : null;
            case "substring":
                return name => name.Contains(lower, StringComparison.Ordinal) ? name.Replace(lower, to, StringComparison.Ordinal) : null;
            case "regex":
                Regex regex;
                try
                {
                    regex = new Regex(from.Replace("(?P<", "(?<", StringComparison.Ordinal), RegexOptions.CultureInvariant, RegexTimeout);
                }
                catch (ArgumentException)
                {
                    throw directive.Error($"invalid regex pattern in a name rule: {from}");
                }

                return name => Replace(regex, name, to);
            default:
                throw directive.Error($"name rule supports only exact, prefix, suffix, substring, and regex name matching, received: {kind}");
        }
    }

    private static string? Replace(Regex regex, string name, string to)
    {
        try
        {
            var match = regex.Match(name);
            if (!match.Success)
            {
                return null;
            }

            var result = to;
            for (var i = match.Groups.Count - 1; i >= 0; i--)
            {
                result = result.Replace($"{{{i}}}", match.Groups[i].Value, StringComparison.Ordinal);
            }

            return DnsName.Normalize(result);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static RewriteRule ParseType(Directive directive, bool goesOn, List<string> words) =>
        words is [var from, var to] && DnsNames.TryParseType(from, out var before) && DnsNames.TryParseType(to, out var after)
            ? new RewriteRule(goesOn, q => q.Type == before ? q with { Type = after } : null, false)
            : throw directive.Error("invalid type rule: " + string.Join(' ', words));

    private static RewriteRule ParseClass(Directive directive, bool goesOn, List<string> words) =>
        words is [var from, var to] && Class(from) is { } before && Class(to) is { } after
            ? new RewriteRule(goesOn, q => q.Class == before ? q with { Class = after } : null, false)
            : throw directive.Error("invalid class rule: " + string.Join(' ', words));

    private static RewriteRule ParseTtl(Directive directive, bool goesOn, List<string> words)
    {
        var kind = words.Count == 3 ? words[0] : "exact";
        if (words.Count is < 2 or > 3)
        {
            throw directive.Error("too few arguments for a ttl rule");
        }

        var range = words[^1].Split('-');
        var bounds = range switch
        {
            [var one] when uint.TryParse(one, out var seconds) => (seconds, seconds),
            ["", var most] when uint.TryParse(most, out var seconds) => (0u, seconds),
            [var least, ""] when uint.TryParse(least, out var seconds) => (seconds, uint.MaxValue),
            [var least, var most] when uint.TryParse(least, out var low) && uint.TryParse(most, out var high) && low <= high => (low, high),
            _ => throw directive.Error($"invalid ttl in ttl rule: {words[^1]}"),
        };
        var pattern = words[^2];
        var matches = Replacer(directive, kind, pattern, pattern);
        return new RewriteRule(goesOn, q => matches(q.Name.ToLowerInvariant()) is null ? null : q, false) { Ttl = bounds };
    }

    private static ushort? Class(string text) => text.ToUpperInvariant() switch
    {
        "IN" => 1,
        "CH" => 3,
        "HS" => 4,
        "ANY" => 255,
        _ => null,
    };

    private static string Apply(List<Func<string, string?>> replacers, string name) =>
        replacers.Aggregate(name, (current, replace) => replace(current.ToLowerInvariant()) ?? current);
}
