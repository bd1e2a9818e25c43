using System.Globalization;

namespace Cybernetes.Api.Machinery;

/// <summary>Go's <c>time.Duration</c> text form over nanoseconds.</summary>
internal static class GoDuration
{
    private static readonly (string Unit, ulong Nanoseconds)[] _units =
    [
        ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ];

    public static string Format(long nanoseconds)
    {
        if (nanoseconds == 0)
        {
            return "0s";
        }

        var sign = nanoseconds < 0 ? "-" : "";
        var absolute = nanoseconds < 0 ? (ulong)-(nanoseconds + 1) + 1 : (ulong)nanoseconds;
        switch (absolute)
        {
            case < 1_000:
                return $"{sign}{absolute}ns";
            case < 1_000_000:
                return $"{sign}{Decimal(absolute, 3)}µs";
            case < 1_000_000_000:
                return $"{sign}{Decimal(absolute, 6)}ms";
        }

        var seconds = $"{Decimal(absolute % 60_000_000_000, 9)}s";
        var minutes = absolute / 60_000_000_000;
        return minutes == 0 ? sign + seconds : minutes < 60 ? $"{sign}{minutes}m{seconds}" : $"{sign}{minutes / 60}h{minutes % 60}m{seconds}";
    }

    public static long Parse(string text)
    {
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        if (rest.Length > 0 && rest[0] is '-' or '+')
        {
            rest = rest[1..];
        }

        if (rest is "0")
        {
            return 0;
        }

        if (rest.IsEmpty)
        {
            throw Invalid(text);
        }

        ulong total = 0;
        while (!rest.IsEmpty)
        {
            total += Part(text, ref rest);
            if (total > 1UL << 63)
            {
                throw Invalid(text);
            }
        }

        if (!negative && total > long.MaxValue)
        {
            throw Invalid(text);
        }

        return negative ? (long)(0 - total) : (long)total;
    }

    private static ulong Part(string text, scoped ref ReadOnlySpan<char> rest)
    {
        if (rest[0] != '.' && !char.IsAsciiDigit(rest[0]))
        {
            throw Invalid(text);
        }

        var whole = TakeDigits(ref rest);
        var fraction = ReadOnlySpan<char>.Empty;
        if (rest.Length > 0 && rest[0] == '.')
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
        }

        if (whole.IsEmpty && fraction.IsEmpty)
        {
            throw Invalid(text);
        }

        var end = rest.IndexOfAny(".0123456789");
        var name = end < 0 ? rest : rest[..end];
        rest = rest[name.Length..];
        if (name.IsEmpty)
        {
            throw new WireException($"time: missing unit in duration {GoText.Quote(text)}");
        }

        foreach (var (unit, nanoseconds) in _units)
        {
            if (name.SequenceEqual(unit))
            {
                return Scale(text, whole, fraction, nanoseconds);
            }
        }

        throw new WireException($"time: unknown unit {GoText.Quote(name.ToString())} in duration {GoText.Quote(text)}");
    }

    private static ulong Scale(string text, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, ulong unit)
    {
        ulong number = 0;
        if (!whole.IsEmpty && !ulong.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            throw Invalid(text);
        }

        if (number > (1UL << 63) / unit)
        {
            throw Invalid(text);
        }

        number *= unit;
        return fraction.IsEmpty ? number : number + Fraction(fraction, unit);
    }

    private static ulong Fraction(ReadOnlySpan<char> digits, ulong unit)
    {
        digits = digits[..Math.Min(digits.Length, 14)];
        UInt128 value = 0;
        UInt128 scale = 1;
        foreach (var digit in digits)
        {
            value = (value * 10) + (uint)(digit - '0');
            scale *= 10;
        }

        return (ulong)(value * unit / scale);
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest : rest[..end];
        rest = rest[digits.Length..];
        return digits;
    }

    private static string Decimal(ulong value, int places)
    {
        ulong scale = 1;
        for (var i = 0; i < places; i++)
        {
            scale *= 10;
        }

        var fraction = (value % scale).ToString(CultureInfo.InvariantCulture).PadLeft(places, '0').TrimEnd('0');
        return fraction.Length == 0 ? $"{value / scale}" : $"{value / scale}.{fraction}";
    }

    private static WireException Invalid(string text) => new($"time: invalid duration {GoText.Quote(text)}");
}
