using System.Globalization;
using System.Numerics;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>Suffixes, error texts and the canonical form of quantities.</summary>
internal static class QuantityText
{
    public const string WrongFormat = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    public const string WrongNumber = "unable to parse numeric part of quantity";
    public const string WrongSuffix = "unable to parse quantity's suffix";

    /// <summary>Room for every 64-bit form.</summary>
    public const int SmallLength = 32;

    private static readonly string[] _decimal = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
    private static readonly string[] _binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    /// <summary>0 where the text has the shape of a suffix, less where it has not.</summary>
    public static int SuffixShape(ReadOnlySpan<byte> suffix)
    {
        var at = suffix.IndexOfAnyExcept("eEinumkKMGTP"u8);
        var rest = at < 0 ? [] : suffix[at..];
        if (rest.Length > 0 && rest[0] is (byte)'-' or (byte)'+')
        {
            rest = rest[1..];
        }

        return rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? 0 : -1;
    }

    public static bool TryInterpret(ReadOnlySpan<byte> suffix, out int @base, out int exponent, out QuantityFormat format)
    {
        (@base, exponent, format) = (10, 0, QuantityFormat.DecimalSI);
        switch (suffix)
        {
            case []:
                return true;
            case [var letter]:
                exponent = "num"u8.IndexOf(letter) is >= 0 and var below ? (below - 3) * 3 : ("kMGTPE"u8.IndexOf(letter) + 1) * 3;
                return exponent != 0;
            case [var letter, (byte)'i']:
                @base = 2;
                format = QuantityFormat.BinarySI;
                exponent = ("KMGTPE"u8.IndexOf(letter) + 1) * 10;
                return exponent != 0;
            default:
                format = QuantityFormat.DecimalExponent;
                return suffix[0] is (byte)'e' or (byte)'E' &&
                    short.TryParse(Encoding.ASCII.GetString(suffix[1..]), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) &&
                    (exponent = power) == power;
        }
    }

    /// <summary>The same number at another scale; what does not fit is rounded away from zero.</summary>
    public static BigInteger Rescale(BigInteger unscaled, int scale, int target)
    {
        if (target <= scale)
        {
            return unscaled * BigInteger.Pow(10, scale - target);
        }

        var (quotient, remainder) = BigInteger.DivRem(unscaled, BigInteger.Pow(10, target - scale));
        return remainder.IsZero ? quotient : quotient + unscaled.Sign;
    }

    /// <summary>The canonical form of a number whose whole form fits 64 bits; false for others.</summary>
    public static bool TryFormatSmall(long unscaled, int scale, QuantityFormat format, Span<byte> utf8, out int length)
    {
        length = 0;
        if (unscaled == 0)
        {
            utf8[0] = (byte)'0';
            length = 1;
            return true;
        }

        if (unscaled == long.MinValue)
        {
            return false;
        }

        if (format == QuantityFormat.BinarySI && scale == 0 && (unscaled >= 1024 || unscaled <= -1024))
        {
            var step = Math.Min(6, BitOperations.TrailingZeroCount(unscaled) / 10);
            return Print(unscaled >> (step * 10), _binary[step], utf8, out length);
        }

        if (scale < -9 || (format == QuantityFormat.BinarySI && scale != 0))
        {
            return false;
        }

        // Without trailing zeros, then at a multiple of three at or below.
        while (unscaled % 10 == 0)
        {
            unscaled /= 10;
            scale++;
        }

        for (; scale % 3 != 0; scale--)
        {
            if (unscaled is > long.MaxValue / 10 or < long.MinValue / 10)
            {
                return false;
            }

            unscaled *= 10;
        }

        if (format == QuantityFormat.DecimalExponent)
        {
            return scale == 0 ? Print(unscaled, "", utf8, out length) : Print(unscaled, $"e{scale.ToString(CultureInfo.InvariantCulture)}", utf8, out length);
        }

        return scale <= 18 && Print(unscaled, _decimal[(scale / 3) + 3], utf8, out length);
    }

    /// <summary>The canonical form of any number.</summary>
    public static string Format(BigInteger unscaled, int scale, QuantityFormat format)
    {
        if (unscaled.IsZero)
        {
            return "0";
        }

        if (format == QuantityFormat.BinarySI)
        {
            // Below 1024 powers of ten; otherwise the largest power of 1024 that divides the number, rounded up to a whole one.
            if (BigInteger.Abs(unscaled) >= 1024 * BigInteger.Pow(10, Math.Max(0, -scale)) / BigInteger.Pow(10, Math.Max(0, scale)))
            {
                var whole = Rescale(unscaled, scale, 0);
                var step = 0;
                while (step < 6 && (whole & 1023).IsZero)
                {
                    whole >>= 10;
                    step++;
                }

                return whole.ToString(CultureInfo.InvariantCulture) + _binary[step];
            }

            format = QuantityFormat.DecimalSI;
        }

        if (scale < -9)
        {
            (unscaled, scale) = (Rescale(unscaled, scale, -9), -9);
        }

        while (BigInteger.Remainder(unscaled, 10).IsZero)
        {
            (unscaled, scale) = (unscaled / 10, scale + 1);
        }

        for (; scale % 3 != 0 || (format == QuantityFormat.DecimalSI && scale > 18); scale--)
        {
            unscaled *= 10;
        }

        var suffix = format == QuantityFormat.DecimalSI ? _decimal[(scale / 3) + 3] : scale == 0 ? "" : $"e{scale.ToString(CultureInfo.InvariantCulture)}";
        return unscaled.ToString(CultureInfo.InvariantCulture) + suffix;
    }

    private static bool Print(long number, string suffix, Span<byte> utf8, out int length)
    {
        number.TryFormat(utf8, out var digits, default, CultureInfo.InvariantCulture);
        length = digits + Encoding.ASCII.GetBytes(suffix, utf8[digits..]);
        return true;
    }
}
