using System.Globalization;
using System.Text;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Plugins.Template;

namespace Cybernetes.Dns.Plugins.ZoneFiles;

/// <summary>Reads a zone file (RFC 1035, section 5): $ORIGIN, $TTL, relative names, owners carried on, comments and brackets.</summary>
internal static class ZoneFile
{
    private const uint DefaultTtl = 3600;

    /// <summary>The records; throws <see cref="FormatException"/> with the line where it is wrong.</summary>
    public static List<DnsRecord> Read(string text, string origin)
    {
        var records = new List<DnsRecord>();
        var (owner, ttl) = (origin, (uint?)null);
        foreach (var (line, words, startsBlank) in Entries(text))
        {
            switch (words[0].Text)
            {
                case "$ORIGIN" when words.Count == 2:
                    origin = RecordText.Qualify(words[1].Text, origin);
                    continue;
                case "$TTL" when words.Count == 2:
                    ttl = Seconds(words[1].Text) ?? throw Wrong(line, words[1].Text);
                    continue;
                case ['$', ..]:
                    throw Wrong(line, words[0].Text);
            }

            var at = 0;
            if (!startsBlank)
            {
                owner = RecordText.Qualify(words[at++].Text, origin);
            }

            // TTL and class come in either order, and either may be left out.
            uint? own = null;
            for (; at < words.Count; at++)
            {
                if (char.IsAsciiDigit(words[at].Text.FirstOrDefault()) && Seconds(words[at].Text) is { } seconds)
                {
                    own = seconds;
                }
                else if (!words[at].Text.Equals("IN", StringComparison.OrdinalIgnoreCase))
                {
                    break;
                }
            }

            if (at >= words.Count || !DnsNames.TryParseType(words[at].Text, out var type))
            {
                throw Wrong(line, at < words.Count ? words[at].Text : words[^1].Text);
            }

            string[] rest = [.. words.Skip(at + 1).Select(w => w.Text)];
            rest = type == DnsType.SOA && rest.Length == 7 ? [.. rest[..2], .. rest[2..].Select(w => (Seconds(w) ?? throw Wrong(line, w)).ToString(CultureInfo.InvariantCulture))] : rest;
            var data = RecordText.Data(type, rest, origin) ?? throw Wrong(line, string.Join(' ', rest));
            records.Add(new DnsRecord(owner, type, own ?? ttl ?? (data as SoaData)?.Minimum ?? DefaultTtl, data));
        }

        return records;
    }

    private static FormatException Wrong(int line, string what) => new($"line {line}: cannot read \"{what}\"");

    /// <summary>"3600", or with units as BIND writes them: "1h30m", "2d", "1w".</summary>
    private static uint? Seconds(string text)
    {
        ulong total = 0, number = 0;
        var open = false;
        foreach (var character in text.ToLowerInvariant())
        {
            if (char.IsAsciiDigit(character))
            {
                number = (number * 10) + (ulong)(character - '0');
                open = true;
            }
            else if (open && character switch { 's' => 1u, 'm' => 60u, 'h' => 3600u, 'd' => 86400u, 'w' => 604800u, _ => 0u } is var unit and > 0)
            {
                (total, number, open) = (total + (number * unit), 0, false);
            }
            else
            {
                return null;
            }

            if (number > uint.MaxValue || total > uint.MaxValue)
            {
                return null;
            }
        }

        return total + number is var sum && text.Length > 0 && sum <= uint.MaxValue ? (uint)sum : null;
    }

    /// <summary>The entries: words of a line, or of several within brackets; whether the first line began with a blank.</summary>
    private static IEnumerable<(int Line, List<(string Text, bool Quoted)> Words, bool StartsBlank)> Entries(string text)
    {
        var words = new List<(string, bool)>();
        var (depth, number, start, blank) = (0, 0, 1, false);
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (depth == 0)
            {
                (start, blank) = (number, line.Length > 0 && line[0] is ' ' or '\t');
            }

            depth = Split(line.TrimEnd('\r'), words, depth, number);
            if (depth == 0 && words.Count > 0)
            {
                yield return (start, words, blank);
                words = [];
            }
        }

        if (depth > 0)
        {
            throw Wrong(start, "(");
        }
    }

    private static int Split(string line, List<(string Text, bool Quoted)> words, int depth, int number)
    {
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case ' ' or '\t':
                    break;
                case ';':
                    return depth;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth = depth > 0 ? depth - 1 : throw Wrong(number, ")");
                    break;
                case '"':
                    var quote = new StringBuilder();
                    for (at++; at < line.Length && line[at] != '"'; at++)
                    {
                        at = line[at] == '\\' && at + 1 < line.Length ? at + 1 : at;
                        quote.Append(line[at]);
                    }

                    words.Add(at < line.Length ? (quote.ToString(), true) : throw Wrong(number, "\""));
                    break;
                default:
                    var end = line.AsSpan(at).IndexOfAny(" \t;()\"") is var found and >= 0 ? at + found : line.Length;
                    words.Add((line[at..end], false));
                    at = end - 1;
                    break;
            }
        }

        return depth;
    }
}
