using System.Globalization;

namespace Cybernetes.Base;

/// <summary>Numbers written as Go's <c>strconv.FormatFloat(f, 'g', -1, 64)</c>: metrics and flag defaults use it.</summary>
public static class GoFloat
{
    /// <summary>The shortest text that reads back as the same number; 1000000 is "1e+06".</summary>
    public static string Format(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }
        if (double.IsInfinity(value))
        {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0)
        {
            return "0";
        }
        // "E16" would round; the shortest round-trip digits come from "R", then they are laid out anew.
        var shortest = value.ToString("E16", CultureInfo.InvariantCulture);
        var round = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(shortest.AsSpan(shortest.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = Digits(round);
        var sign = value < 0 ? "-" : "";
        // Go decides between plain and exponent at six digits when it writes the shortest form.
        if (exponent is < -4 or >= 6)
        {
            var mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
            return $"{sign}{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }
        return sign + Plain(digits, exponent);
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }
        return digits.Length <= exponent + 1
            ? digits.PadRight(exponent + 1, '0')
            : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static string Digits(string round)
    {
        var end = round.IndexOf('E');
        var mantissa = end < 0 ? round : round[..end];
        var digits = mantissa.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        digits = digits.TrimStart('0').TrimEnd('0');
        return digits.Length == 0 ? "0" : digits;
    }
}
