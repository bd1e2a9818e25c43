using System.Globalization;
using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Literals of expressions, and values as their <c>string()</c> shows them.</summary>
internal static class CelText
{
    public static object? Literal(CelConstant constant) => constant.Type.Name switch
    {
        "null_type" => null,
        "bool" => constant.Text == "true",
        "int" => Int(constant.Text),
        "uint" => (ulong)Int(constant.Text[..^1]),
        "double" => double.Parse(constant.Text, CultureInfo.InvariantCulture),
        "string" => Encoding.UTF8.GetString(Unquote(constant.Text, bytes: false)),
        _ => Unquote(constant.Text, bytes: true),
    };

    public static string Of(object? value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        ulong number => number.ToString(CultureInfo.InvariantCulture),
        double number => GoText.Number(number),
        DateTimeOffset time => time.ToUniversalTime().ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        TimeSpan span => GoText.Number(span.TotalSeconds) + "s",
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        Quantity quantity => quantity.ToString(),
        _ => throw CelException.NoOverload(),
    };

    private static long Int(string text)
    {
        var negative = text.StartsWith('-');
        var digits = negative ? text[1..] : text;
        var value = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? long.Parse(digits.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : long.Parse(digits, CultureInfo.InvariantCulture);
        return negative ? -value : value;
    }

    private static byte[] Unquote(string text, bool bytes)
    {
        var raw = false;
        while (text[0] is not ('"' or '\''))
        {
            raw |= text[0] is 'r' or 'R';
            text = text[1..];
        }

        var quotes = text.Length >= 6 && text[1] == text[0] && text[2] == text[0] ? 3 : 1;
        text = text[quotes..^quotes];
        if (raw || !text.Contains('\\', StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes(text);
        }

        using var result = new MemoryStream();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Write(Encoding.UTF8.GetBytes(text.Substring(i, char.IsSurrogatePair(text, i) ? 2 : 1)));
                i += char.IsSurrogatePair(text, i) ? 1 : 0;
                continue;
            }

            i = Escape(text, i + 1, bytes, result);
        }

        return result.ToArray();
    }

    // The index of the last character of an escape that begins after its backslash.
    private static int Escape(string text, int at, bool bytes, MemoryStream result)
    {
        var digits = text[at] switch { 'x' or 'X' => 2, 'u' => 4, 'U' => 8, >= '0' and <= '3' => 3, _ => 0 };
        if (digits == 0)
        {
            var index = "abfnrtv\\'\"`?".IndexOf(text[at], StringComparison.Ordinal);
            result.WriteByte((byte)"\a\b\f\n\r\t\v\\'\"`?"[Math.Max(index, 0)]);
            return at;
        }

        var octal = char.IsAsciiDigit(text[at]);
        var code = octal ? Convert.ToInt32(text.Substring(at, 3), 8) : int.Parse(text.AsSpan(at + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (bytes && digits < 4)
        {
            result.WriteByte((byte)code);
        }
        else
        {
            result.Write(Encoding.UTF8.GetBytes(new Rune(code).ToString()));
        }

        return octal ? at + 2 : at + digits;
    }
}
