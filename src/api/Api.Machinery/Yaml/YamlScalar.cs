using System.Globalization;

namespace Cybernetes.Api.Machinery;

/// <summary>What a plain YAML scalar means, by the YAML 1.1 rules that upstream's library follows (<c>yes</c> is true, <c>0777</c> octal, <c>1e3</c> a number).</summary>
internal static class YamlScalar
{
    /// <summary>What kind of thing a plain scalar is.</summary>
    public enum Tag : byte
    {
        String,
        Null,
        Boolean,
        Integer,
        Float,
        Timestamp,
    }

    public static Tag Resolve(string text, out Value value)
    {
        value = text;
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                value = Value.Null;
                return Tag.Null;
            case "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON":
                value = true;
                return Tag.Boolean;
            case "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF":
                value = false;
                return Tag.Boolean;
            case ".nan" or ".NaN" or ".NAN":
                value = double.NaN;
                return Tag.Float;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                value = double.PositiveInfinity;
                return Tag.Float;
            case "-.inf" or "-.Inf" or "-.INF":
                value = double.NegativeInfinity;
                return Tag.Float;
        }

        return text[0] switch
        {
            '.' => Float(text, ref value),
            (>= '0' and <= '9') or '+' or '-' => Number(text, ref value),
            _ => Tag.String,
        };
    }

    /// <summary>True for <c>190:20:30</c> and the like, which older YAML readers take for numbers.</summary>
    public static bool IsBase60(string text)
    {
        if (text.Length == 0 || !(text[0] is '+' or '-' || char.IsAsciiDigit(text[0])) || !text.Contains(':', StringComparison.Ordinal))
        {
            return false;
        }

        var parts = text.TrimStart('+', '-').Split(':');
        var last = parts[^1];
        var point = last.IndexOf('.', StringComparison.Ordinal);
        parts[^1] = point < 0 ? last : last[..point];
        return parts[0].Length > 0 && char.IsAsciiDigit(parts[0][0]) && parts[0].All(c => char.IsAsciiDigit(c) || c == '_') &&
            (point < 0 || last[(point + 1)..].All(c => char.IsAsciiDigit(c) || c == '_')) &&
            parts.Skip(1).All(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] <= '5'));
    }

    private static Tag Number(string text, ref Value value)
    {
        if (IsTimestamp(text))
        {
            return Tag.Timestamp;
        }

        var plain = text.Replace("_", "", StringComparison.Ordinal);
        if (TryInteger(plain, out var negative, out var magnitude))
        {
            value = magnitude <= long.MaxValue ? negative ? -(long)magnitude : (long)magnitude
                : negative && magnitude == 1UL << 63 ? long.MinValue
                : (Value)(double)magnitude;
            return negative && magnitude > 1UL << 63 ? Float(plain, ref value) : Tag.Integer;
        }

        return LooksFloat(plain) ? Float(plain, ref value) : Tag.String;
    }

    private static bool TryInteger(string text, out bool negative, out ulong magnitude)
    {
        negative = text[0] == '-';
        var digits = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        var radix = 10;
        if (digits.Length > 1 && digits[0] == '0')
        {
            (radix, var skip) = digits[1] switch
            {
                'x' or 'X' => (16, 2),
                'b' or 'B' => (2, 2),
                'o' or 'O' => (8, 2),
                _ => (8, 1),
            };
            digits = digits[skip..];
        }

        magnitude = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix || magnitude > (ulong.MaxValue - (ulong)digit) / (ulong)radix)
            {
                return false;
            }

            magnitude = (magnitude * (ulong)radix) + (ulong)digit;
        }

        return digits.Length > 0;
    }

    private static bool LooksFloat(string text)
    {
        var at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var whole = Digits(text, ref at);
        var fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            fraction = Digits(text, ref at);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            at += at < text.Length && text[at] is '-' or '+' ? 1 : 0;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }

    private static Tag Float(string text, ref Value value)
    {
        if (!LooksFloat(text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return Tag.String;
        }

        value = number;
        return Tag.Float;
    }

    // 2006-1-2, and with a time after T, t or a space; upstream keeps such a scalar as a text, but quotes it when it writes.
    private static bool IsTimestamp(string text)
    {
        var at = 0;
        if (Digits(text, ref at) != 4 || !Part(text, ref at, '-', 1, 12) || !Part(text, ref at, '-', 1, 31))
        {
            return false;
        }

        if (at == text.Length)
        {
            return true;
        }

        var separator = text[at];
        if (separator is not ('T' or 't' or ' ') || !Part(text, ref at, separator, 0, 23) || !Part(text, ref at, ':', 0, 59) || !Part(text, ref at, ':', 0, 59))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        return separator == ' ' ? at == text.Length : IsZone(text.AsSpan(at));
    }

    private static bool IsZone(ReadOnlySpan<char> text) =>
        text is "Z" || (text.Length == 6 && text[0] is '+' or '-' && text[3] == ':' && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[4]) && char.IsAsciiDigit(text[5]));

    private static bool Part(string text, ref int at, char lead, int minimum, int maximum)
    {
        if (at >= text.Length || text[at] != lead)
        {
            return false;
        }

        var start = ++at;
        return Digits(text, ref at) is 1 or 2 && int.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture) is var number && number >= minimum && number <= maximum;
    }
}
