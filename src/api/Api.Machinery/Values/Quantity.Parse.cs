using System.Numerics;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <content>Reading.</content>
public readonly partial struct Quantity
{
    private static readonly BigInteger _maximum = new(long.MaxValue);

    /// <summary>Reads upstream's forms; null when done, otherwise what is wrong.</summary>
    internal static string? TryParse(ReadOnlySpan<byte> text, out Quantity quantity)
    {
        quantity = default;
        if (text.IsEmpty)
        {
            return QuantityText.WrongFormat;
        }

        if (text is [(byte)'0'])
        {
            return null;
        }

        // 1. sign, digits, point, digits
        var rest = text[0] is (byte)'+' or (byte)'-' ? text[1..] : text;
        var negative = text[0] == '-';
        var whole = TakeDigits(ref rest);
        var fraction = ReadOnlySpan<byte>.Empty;
        var point = rest.Length > 0 && rest[0] == '.';
        if (point)
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
        }

        // 2. suffix: letters of the expression, then an exponent's sign and digits, then nothing
        var suffix = rest;
        if (QuantityText.SuffixShape(rest) is var shape && shape < 0)
        {
            return QuantityText.WrongFormat;
        }

        if (!QuantityText.TryInterpret(suffix, out var @base, out var exponent, out var format))
        {
            return QuantityText.WrongSuffix;
        }

        if (whole.IsEmpty && fraction.IsEmpty)
        {
            return QuantityText.WrongNumber;
        }

        // 3. the common case: everything fits 64 bits, nothing needs rounding
        if (TrySmall(text, whole, fraction, @base, exponent, format, negative, out quantity))
        {
            return null;
        }

        quantity = Large(whole, fraction, @base, exponent, format, negative);
        return null;
    }

    private static bool TrySmall(
        ReadOnlySpan<byte> text,
        ReadOnlySpan<byte> whole,
        ReadOnlySpan<byte> fraction,
        int @base,
        int exponent,
        QuantityFormat format,
        bool negative,
        out Quantity quantity)
    {
        quantity = default;
        var scale = @base == 10 ? exponent - fraction.Length : 0;
        if (whole.Length + fraction.Length > 18 || scale < -9 || (@base == 2 && fraction.Length > 0))
        {
            return false;
        }

        // Beyond 64 bits the number is cut to the largest; that is the slow path's work.
        long number = 0;
        foreach (var digit in whole)
        {
            number = (number * 10) + (digit - '0');
        }

        foreach (var digit in fraction)
        {
            number = (number * 10) + (digit - '0');
        }

        var product = @base == 2 ? (Int128)number << exponent : number;
        if (product > long.MaxValue || (scale > 0 && !FitsScaledUp(number, scale)))
        {
            return false;
        }

        var last = whole.Length + fraction.Length;
        var kept = Kept(text, whole, fraction, @base, exponent, scale, number, last);
        quantity = new(negative ? -(long)product : (long)product, scale, format, kept);
        return true;
    }

    // Upstream keeps the text it was given where a quick look finds it canonical; the look is too quick for these.
    private static string? Kept(ReadOnlySpan<byte> text, ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, int @base, int exponent, int scale, long number, int length)
    {
        var looksCanonical = @base == 2
            ? exponent % 10 == 0 && (number & 7) != 0
            : scale % 3 == 0 && !(length >= 3 && EndsInThreeZeros(whole, fraction)) && (whole.IsEmpty ? fraction[0] : whole[0]) != '0';
        var odd = text[0] == '+' || !fraction.IsEmpty || text.Contains((byte)'E') || text.Contains((byte)'e') || whole is [(byte)'0', ..] || text[^1] == '.' || whole.IsEmpty;
        return looksCanonical && odd ? Encoding.ASCII.GetString(text) : null;
    }

    private static bool EndsInThreeZeros(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction)
    {
        for (var i = 1; i <= 3; i++)
        {
            var digit = i <= fraction.Length ? fraction[^i] : whole[^(i - fraction.Length)];
            if (digit != '0')
            {
                return false;
            }
        }

        return true;
    }

    private static bool FitsScaledUp(long number, int scale) =>
        number == 0 || (scale <= 18 && (Int128)number * (Int128)(long)BigInteger.Pow(10, scale) <= long.MaxValue);

    private static Quantity Large(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, int @base, int exponent, QuantityFormat format, bool negative)
    {
        var unscaled = Number(whole, fraction);
        var scale = -fraction.Length;
        if (@base == 10)
        {
            scale += exponent;
        }
        else
        {
            unscaled <<= exponent;
        }

        // Below a billionth: away from zero. Above 2^63-1: cut.
        if (unscaled.IsZero)
        {
            return new(0, 0, format);
        }

        if (scale < -9)
        {
            unscaled = QuantityText.Rescale(unscaled, scale, -9);
            scale = -9;
        }

        if (scale > 18 || unscaled > _maximum * BigInteger.Pow(10, Math.Max(0, -scale)) / BigInteger.Pow(10, Math.Max(0, scale)))
        {
            (unscaled, scale) = (_maximum, 0);
        }

        if (format == QuantityFormat.BinarySI && unscaled < BigInteger.Pow(10, Math.Max(0, -scale)))
        {
            format = QuantityFormat.DecimalSI;
        }

        while (scale < 0 && BigInteger.Remainder(unscaled, 10).IsZero)
        {
            (unscaled, scale) = (unscaled / 10, scale + 1);
        }

        return Make(negative ? -unscaled : unscaled, scale, format);
    }

    private static BigInteger Number(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction)
    {
        var digits = Encoding.ASCII.GetString(whole) + Encoding.ASCII.GetString(fraction);
        return BigInteger.Parse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Quantity Make(BigInteger unscaled, int scale, QuantityFormat format)
    {
        while (unscaled > long.MaxValue || unscaled < long.MinValue)
        {
            var (quotient, remainder) = BigInteger.DivRem(unscaled, 10);
            if (!remainder.IsZero)
            {
                return new(0, scale, format, unscaled);
            }

            (unscaled, scale) = (quotient, scale + 1);
        }

        return new((long)unscaled, scale, format);
    }

    private static ReadOnlySpan<byte> TakeDigits(scoped ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = end < 0 ? rest : rest[..end];
        rest = rest[digits.Length..];
        return digits;
    }
}
