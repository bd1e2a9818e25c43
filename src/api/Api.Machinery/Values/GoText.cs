using System.Globalization;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>Texts and numbers in the forms that Go's formatting verbs give them, which upstream's messages show.</summary>
public static class GoText
{
    /// <summary><c>%q</c>: in double quotes, with Go's escapes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            AppendEscaped(quoted, rune);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary><c>%v</c> of a floating point number in JSON: shortest digits, an exponent only below 1e-6 and from 1e21.</summary>
    public static string JsonNumber(double number)
    {
        var absolute = Math.Abs(number);
        if (absolute != 0 && (absolute < 1e-6 || absolute >= 1e21))
        {
            var (digits, exponent) = Digits(absolute);
            var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
            var sign = exponent < 0 ? "-" : "+";
            return $"{(number < 0 ? "-" : "")}{mantissa}e{sign}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
        }

        return Plain(number);
    }

    /// <summary><c>%v</c> of a floating point number (<c>%g</c>): an exponent of two digits below 1e-4 and from 1e21.</summary>
    public static string Number(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
        }

        var absolute = Math.Abs(number);
        if (absolute != 0 && (absolute < 1e-4 || absolute >= 1e21))
        {
            var (digits, exponent) = Digits(absolute);
            var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
            return $"{(number < 0 ? "-" : "")}{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        }

        return Plain(number);
    }

    private static string Plain(double number)
    {
        var (digits, exponent) = Digits(Math.Abs(number));
        var sign = double.IsNegative(number) ? "-" : "";
        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        return digits.Length <= exponent + 1
            ? $"{sign}{digits}{new string('0', exponent + 1 - digits.Length)}"
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    // The shortest digits that read back as the same number, and the power of ten of the first.
    private static (string Digits, int Exponent) Digits(double absolute)
    {
        if (absolute == 0)
        {
            return ("0", 0);
        }

        var text = absolute.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        exponent += (point < 0 ? mantissa.Length : point) - 1;
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), exponent - leading);
    }

    private static void AppendEscaped(StringBuilder quoted, Rune rune)
    {
        switch (rune.Value)
        {
            case '"':
                quoted.Append("\\\"");
                break;
            case '\\':
                quoted.Append("\\\\");
                break;
            case '\n':
                quoted.Append("\\n");
                break;
            case '\r':
                quoted.Append("\\r");
                break;
            case '\t':
                quoted.Append("\\t");
                break;
            case 7:
                quoted.Append("\\a");
                break;
            case 8:
                quoted.Append("\\b");
                break;
            case 12:
                quoted.Append("\\f");
                break;
            case 11:
                quoted.Append("\\v");
                break;
            case < 0x20 or 0x7f:
                quoted.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
                break;
            default:
                if (IsPrintable(rune))
                {
                    quoted.Append(rune.ToString());
                }
                else
                {
                    quoted.Append(rune.Value > 0xffff ? $"\\U{rune.Value:x8}" : $"\\u{rune.Value:x4}");
                }

                break;
        }
    }

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or
        UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or
        UnicodeCategory.ParagraphSeparator) && (rune.Value == ' ' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.SpaceSeparator);
}
