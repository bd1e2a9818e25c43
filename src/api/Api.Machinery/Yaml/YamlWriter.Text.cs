using System.Globalization;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <content>Texts: which style, and writing each.</content>
public sealed partial class YamlWriter
{
    private void Text(string text, int indent, bool isKey)
    {
        var traits = YamlText.Analyze(text);
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            if (traits.BlockAllowed && !isKey)
            {
                Literal(text, indent);
            }
            else
            {
                DoubleQuoted(text, indent, folds: !isKey);
            }
        }
        else if (YamlScalar.Resolve(text, out _) != YamlScalar.Tag.String || YamlScalar.IsBase60(text))
        {
            DoubleQuoted(text, indent, folds: !isKey);
        }
        else if (traits.PlainAllowed)
        {
            Folded(text, indent, folds: !isKey, quote: false);
        }
        else if (traits.SingleQuotedAllowed)
        {
            Put('\'');
            Folded(text, indent, folds: !isKey, quote: true);
            Put('\'');
        }
        else
        {
            DoubleQuoted(text, indent, folds: !isKey);
        }
    }

    private void Folded(string text, int indent, bool folds, bool quote)
    {
        var afterSpace = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var inside = !quote || (i > 0 && i < text.Length - 1);
            if (c == ' ' && folds && !afterSpace && _column > Width && inside && (i + 1 >= text.Length || text[i + 1] != ' '))
            {
                Break();
                Indent(indent);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length)
            {
                _text.Append(c).Append(text[++i]);
                _column++;
            }
            else
            {
                if (quote && c == '\'')
                {
                    Put('\'');
                }

                Put(c);
            }

            afterSpace = c == ' ';
        }
    }

    private void DoubleQuoted(string text, int indent, bool folds)
    {
        Put('"');
        var (afterSpace, at) = (false, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var next = at + rune.Utf16SequenceLength;
            if (!YamlText.IsPrintable(rune) || YamlText.IsBreak(rune) || rune.Value is '"' or '\\')
            {
                Escape(rune);
                afterSpace = false;
            }
            else if (rune.Value == ' ')
            {
                if (folds && !afterSpace && _column > Width && at > 0 && at < text.Length - 1)
                {
                    Break();
                    Indent(indent);
                    if (text[next] == ' ')
                    {
                        Put('\\');
                    }
                }
                else
                {
                    Put(' ');
                }

                afterSpace = true;
            }
            else
            {
                _text.Append(rune.ToString());
                _column++;
                afterSpace = false;
            }

            at = next;
        }

        Put('"');
    }

    private void Literal(string text, int indent)
    {
        Put('|');
        if (text[0] is ' ' or '\n')
        {
            Put('2');
        }

        if (text[^1] != '\n')
        {
            Put('-');
        }
        else if (text.Length == 1 || text[^2] == '\n')
        {
            Put('+');
        }

        Break();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0)
            {
                Indent(indent);
                Put(lines[i]);
            }

            if (i < lines.Length - 1)
            {
                Break();
            }
        }
    }

    private void Escape(Rune rune) => Put(rune.Value switch
    {
        0 => "\\0",
        7 => "\\a",
        8 => "\\b",
        9 => "\\t",
        10 => "\\n",
        11 => "\\v",
        12 => "\\f",
        13 => "\\r",
        27 => "\\e",
        '"' => "\\\"",
        '\\' => "\\\\",
        0x85 => "\\N",
        0xA0 => "\\_",
        0x2028 => "\\L",
        0x2029 => "\\P",
        <= 0xff => string.Create(CultureInfo.InvariantCulture, $"\\x{rune.Value:X2}"),
        <= 0xffff => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
    });
}
