using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>One condition on one field.</summary>
/// <param name="Field">The field's name, such as <c>metadata.name</c>.</param>
/// <param name="Value">What to compare with.</param>
/// <param name="Negated">True for <c>!=</c>.</param>
public readonly record struct FieldRequirement(string Field, string Value, bool Negated)
{
    /// <summary>As upstream prints it.</summary>
    public override string ToString() => $"{Field}{(Negated ? "!=" : "=")}{FieldSelector.Escape(Value)}";
}

/// <summary>A field selector: all its requirements must hold. Immutable.</summary>
public sealed class FieldSelector
{
    private FieldSelector(ValueList<FieldRequirement> requirements) => Requirements = requirements;

    /// <summary>Matches every object.</summary>
    public static FieldSelector Everything { get; } = new([]);

    /// <summary>The conditions.</summary>
    public ValueList<FieldRequirement> Requirements { get; }

    /// <summary>True where nothing is asked.</summary>
    public bool IsEmpty => Requirements.IsEmpty;

    /// <summary>A selector of the given conditions.</summary>
    public static FieldSelector From(ValueList<FieldRequirement> requirements) => new(requirements);

    /// <summary>A selector for one field's value.</summary>
    public static FieldSelector ForField(string field, string value) => new([new(field, value, Negated: false)]);

    /// <summary>Reads upstream's form: <c>a=b,c!=d</c>, with <c>\,</c>, <c>\=</c> and <c>\\</c> in values; errors are worded as upstream words them.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FieldSelector? selector, [NotNullWhen(false)] out string? error)
    {
        selector = null;
        var requirements = new List<FieldRequirement>();
        foreach (var term in SplitTerms(text).Order(StringComparer.Ordinal))
        {
            if (term.Length == 0)
            {
                continue;
            }

            if (!TrySplit(term, out var field, out var negated, out var raw))
            {
                error = $"invalid selector: '{text}'; can't understand '{term}'";
                return false;
            }

            error = Unescape(raw, out var value);
            if (error is not null)
            {
                return false;
            }

            requirements.Add(new(field, value, negated));
        }

        selector = requirements.Count == 0 ? Everything : new(requirements.ToValueList());
        error = null;
        return true;
    }

    /// <summary>True when the fields meet every requirement; a field that is not there has the empty value.</summary>
    public bool Matches(Func<string, string> field)
    {
        foreach (var requirement in Requirements.Span)
        {
            if ((field(requirement.Field) == requirement.Value) == requirement.Negated)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The one value that the selector demands of a field, or null.</summary>
    public string? ExactMatch(string field)
    {
        foreach (var requirement in Requirements.Span)
        {
            if (requirement.Field == field && !requirement.Negated)
            {
                return requirement.Value;
            }
        }

        return null;
    }

    /// <summary>As upstream prints it; it reads back as the same selector.</summary>
    public override string ToString() => string.Join(',', Requirements);

    internal static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("=", "\\=", StringComparison.Ordinal);

    private static List<string> SplitTerms(string text)
    {
        var terms = new List<string>();
        if (text.Length == 0)
        {
            return terms;
        }

        var (start, escaped) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (escaped)
            {
                escaped = false;
            }
            else if (text[i] == '\\')
            {
                escaped = true;
            }
            else if (text[i] == ',')
            {
                terms.Add(text[start..i]);
                start = i + 1;
            }
        }

        terms.Add(text[start..]);
        return terms;
    }

    private static bool TrySplit(string term, out string field, out bool negated, out string value)
    {
        for (var i = 0; i < term.Length; i++)
        {
            var rest = term.AsSpan(i);
            var length = rest.StartsWith("!=") || rest.StartsWith("==") ? 2 : rest.StartsWith("=") ? 1 : 0;
            if (length > 0)
            {
                (field, negated, value) = (term[..i], rest[0] == '!', term[(i + length)..]);
                return true;
            }
        }

        (field, negated, value) = ("", false, "");
        return false;
    }

    private static string? Unescape(string raw, out string value)
    {
        value = raw;
        if (!raw.AsSpan().ContainsAny("\\,="))
        {
            return null;
        }

        var plain = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            switch (raw[i])
            {
                case '\\' when i + 1 == raw.Length:
                    return "invalid field selector: invalid escape sequence: \\";
                case '\\' when raw[i + 1] is '\\' or ',' or '=':
                    plain.Append(raw[++i]);
                    break;
                case '\\':
                    return $"invalid field selector: invalid escape sequence: \\{raw[i + 1]}";
                case ',' or '=':
                    return $"invalid field selector: unescaped character in value: {(int)raw[i]}";
                default:
                    plain.Append(raw[i]);
                    break;
            }
        }

        value = plain.ToString();
        return null;
    }
}
