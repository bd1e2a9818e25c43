using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>Which styles can hold a text, by libyaml's rules for block context.</summary>
internal readonly record struct YamlText(bool PlainAllowed, bool SingleQuotedAllowed, bool BlockAllowed)
{
    public static YamlText Analyze(string text)
    {
        if (text.Length == 0)
        {
            return new(PlainAllowed: true, SingleQuotedAllowed: true, BlockAllowed: false);
        }

        var indicators = text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal);
        var (special, breaks, spaceBreak, breakSpace) = (false, false, false, false);
        var (afterSpace, afterBreak, afterBlank, at) = (false, false, true, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var next = at + rune.Utf16SequenceLength;
            var beforeBlank = next >= text.Length || text[next] is ' ' or '\t' or '\r' or '\n' or '\0' or '\u0085' or '\u2028' or '\u2029';
            indicators |= IsIndicator(rune.Value, at == 0, afterBlank, beforeBlank);
            special |= !IsPrintable(rune);
            var (isBreak, isSpace) = (IsBreak(rune), rune.Value == ' ');
            breaks |= isBreak;
            breakSpace |= isSpace && afterBreak;
            spaceBreak |= isBreak && afterSpace;
            (afterSpace, afterBreak) = (isSpace, isBreak);
            afterBlank = isSpace || isBreak || rune.Value is '\t' or 0;
            at = next;
        }

        var (first, last) = (text[0], text[^1]);
        var edges = first is ' ' or '\n' or '\r' || last is ' ' or '\n' or '\r';
        return new(
            PlainAllowed: !edges && !breakSpace && !spaceBreak && !special && !breaks && !indicators,
            SingleQuotedAllowed: !breakSpace && !spaceBreak && !special,
            BlockAllowed: last != ' ' && !spaceBreak && !special && !text.AsSpan().ContainsAny('\u0085', '\u2028', '\u2029'));
    }

    public static bool IsBreak(Rune rune) => rune.Value is '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    // libyaml's table ends before U+10000.
    public static bool IsPrintable(Rune rune) => rune.Value is '\n' or (>= 0x20 and <= 0x7e) or (>= 0xa0 and < 0xd800) or (>= 0xe000 and < 0xfffe and not 0xfeff);

    private static bool IsIndicator(int c, bool first, bool afterBlank, bool beforeBlank)
    {
        if (first)
        {
            return c switch
            {
                '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => true,
                '?' or ':' or '-' => beforeBlank,
                _ => false,
            };
        }

        return c switch
        {
            ':' => beforeBlank,
            '#' => afterBlank,
            _ => false,
        };
    }
}
