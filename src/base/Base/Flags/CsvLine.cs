using System.Collections.Immutable;
using System.Text;

namespace Cybernetes.Base.Flags;

/// <summary>One line of comma-separated values with double-quote quoting, as pflag's slices read it.</summary>
public static class CsvLine
{
    /// <summary>The fields of one line. Throws <see cref="FormatException"/>.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }
        if (!text.Contains('"'))
        {
            return [.. text.Split(',')];
        }
        var items = ImmutableArray.CreateBuilder<string>();
        var item = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                item.Append('"');
                i++;
            }
            else if (c == '"' && (quoted || item.Length == 0))
            {
                quoted = !quoted;
            }
            else if (c == '"')
            {
                throw new FormatException($"parse error on line 1, column {i + 1}: bare \" in non-quoted-field");
            }
            else if (c == ',' && !quoted)
            {
                items.Add(item.ToString());
                item.Clear();
            }
            else
            {
                item.Append(c);
            }
        }
        if (quoted)
        {
            throw new FormatException($"record on line 1; parse error on line 1, column {text.Length + 1}: extraneous or missing \" in quoted-field");
        }
        items.Add(item.ToString());
        return items.ToImmutable();
    }
}
