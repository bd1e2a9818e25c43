namespace Cybernetes.Api.Machinery;

/// <summary>
/// The forms that names, labels and the like must have: each method gives what is wrong with a value in upstream's words, nothing where it
/// is well formed.
/// </summary>
public static class Names
{
    /// <summary>Bytes in a DNS label.</summary>
    public const int LabelLength = 63;

    /// <summary>Bytes in a DNS subdomain.</summary>
    public const int SubdomainLength = 253;

    private const string LabelForm = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private const string LabelWords = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
    private const string SubdomainForm = LabelForm + @"(\." + LabelForm + ")*";
    private const string SubdomainWords = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
    private const string QualifiedForm = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private const string QualifiedWords = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

    /// <summary>What is wrong when a text must not be longer.</summary>
    public static string MaxLength(int length) => $"must be no more than {length} characters";

    /// <summary>What is wrong when a number lies outside a range.</summary>
    public static string Between(long low, long high) => $"must be between {low} and {high}, inclusive";

    /// <summary>What is wrong when a text does not match, with examples.</summary>
    public static string Regex(string words, string form, params ReadOnlySpan<string> examples)
    {
        if (examples.Length == 0)
        {
            return $"{words} (regex used for validation is '{form}')";
        }

        var text = words + " (e.g. ";
        for (var i = 0; i < examples.Length; i++)
        {
            text += (i > 0 ? " or " : "") + $"'{examples[i]}', ";
        }

        return text + $"regex used for validation is '{form}')";
    }

    /// <summary>A DNS label: <c>my-name</c>.</summary>
    public static IReadOnlyList<string> Dns1123Label(string value)
    {
        var found = new List<string>();
        if (value.Utf8Length() > LabelLength)
        {
            found.Add(MaxLength(LabelLength));
        }

        if (!IsLabel(value))
        {
            found.Add(IsSubdomain(value)
                ? "must not contain dots"
                : Regex(LabelWords, LabelForm, "my-name", "123-abc"));
        }

        return found;
    }

    /// <summary>A DNS subdomain: <c>example.com</c>.</summary>
    public static IReadOnlyList<string> Dns1123Subdomain(string value)
    {
        var found = new List<string>();
        if (value.Utf8Length() > SubdomainLength)
        {
            found.Add(MaxLength(SubdomainLength));
        }

        if (!IsSubdomain(value))
        {
            found.Add(Regex(SubdomainWords, SubdomainForm, "example.com"));
        }

        return found;
    }

    /// <summary>A DNS subdomain in which underscores may stand.</summary>
    public static IReadOnlyList<string> Dns1123SubdomainWithUnderscore(string value)
    {
        const string form = @"_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*";
        var found = new List<string>();
        if (value.Utf8Length() > SubdomainLength)
        {
            found.Add(MaxLength(SubdomainLength));
        }

        if (value.Length == 0 || !value.Split('.').All(part => IsRun(part.StartsWith('_') ? part[1..] : part, c => IsLowerOrDigit(c) || c is '-' or '_', IsLowerOrDigit)))
        {
            found.Add(Regex("a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character", form, "example.com"));
        }

        return found;
    }

    /// <summary>A DNS label that starts with a letter: <c>my-name</c>.</summary>
    public static IReadOnlyList<string> Dns1035Label(string value)
    {
        var found = new List<string>();
        if (value.Utf8Length() > LabelLength)
        {
            found.Add(MaxLength(LabelLength));
        }

        if (!IsLabel(value) || value[0] is < 'a' or > 'z')
        {
            found.Add(Regex("a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character", "[a-z]([-a-z0-9]*[a-z0-9])?", "my-name", "abc-123"));
        }

        return found;
    }

    /// <summary>A DNS subdomain whose first label may be <c>*</c>.</summary>
    public static IReadOnlyList<string> WildcardDns1123Subdomain(string value)
    {
        var found = new List<string>();
        if (value.Utf8Length() > SubdomainLength)
        {
            found.Add(MaxLength(SubdomainLength));
        }

        if (!value.StartsWith("*.", StringComparison.Ordinal) || !IsSubdomain(value.AsSpan(2)))
        {
            found.Add(Regex("a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character", @"\*\." + SubdomainForm, "*.example.com"));
        }

        return found;
    }

    /// <summary>The key of a label or annotation: <c>example.com/name</c>.</summary>
    public static IReadOnlyList<string> QualifiedName(string value)
    {
        var found = new List<string>();
        var parts = value.Split('/');
        if (parts.Length > 2)
        {
            found.Add("a valid label key " + Regex(QualifiedWords, QualifiedForm, "MyName", "my.name", "123-abc") + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
            return found;
        }

        if (parts.Length == 2)
        {
            if (parts[0].Length == 0)
            {
                found.Add("prefix part must be non-empty");
            }
            else
            {
                found.AddRange(Dns1123Subdomain(parts[0]).Select(words => "prefix part " + words.Replace("253 characters", "253 bytes", StringComparison.Ordinal)));
            }
        }

        var name = parts[^1];
        if (name.Length == 0)
        {
            found.Add("name part must be non-empty");
        }
        else if (name.Utf8Length() > LabelLength)
        {
            found.Add("name part " + MaxLength(LabelLength).Replace("characters", "bytes", StringComparison.Ordinal));
        }

        if (!IsQualified(name))
        {
            found.Add("name part " + Regex(QualifiedWords, QualifiedForm, "MyName", "my.name", "123-abc"));
        }

        return found;
    }

    /// <summary>The value of a label.</summary>
    public static IReadOnlyList<string> LabelValue(string value)
    {
        var found = new List<string>();
        if (value.Utf8Length() > LabelLength)
        {
            found.Add(MaxLength(LabelLength).Replace("characters", "bytes", StringComparison.Ordinal));
        }

        if (value.Length > 0 && !IsQualified(value))
        {
            found.Add(Regex("a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character", "(" + QualifiedForm + ")?", "MyValue", "my_value", "12345"));
        }

        return found;
    }

    /// <summary>A name in C: <c>my_name</c>.</summary>
    public static IReadOnlyList<string> CIdentifier(string value) =>
        value.Length > 0 && value[0] is not (>= '0' and <= '9') && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? []
            : [Regex("a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'", "[A-Za-z_][A-Za-z0-9_]*", "my_name", "MY_NAME", "MyName")];

    /// <summary>The name of an environment variable: any printable ASCII but '='.</summary>
    public static IReadOnlyList<string> RelaxedEnvVarName(string value) => value.Length == 0
        ? ["environment variable name " + "must be non-empty"]
        : value.All(c => c is >= ' ' and <= '~' and not '=') ? [] : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];

    /// <summary>The key of a ConfigMap or Secret.</summary>
    public static IReadOnlyList<string> ConfigMapKey(string value)
    {
        var found = new List<string>();
        if (value.Utf8Length() > SubdomainLength)
        {
            found.Add(MaxLength(SubdomainLength));
        }

        if (value.Length == 0 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
        {
            found.Add(Regex("a valid config key must consist of alphanumeric characters, '-', '_' or '.'", "[-._a-zA-Z0-9]+", "key.name", "KEY_NAME", "key-name"));
        }
        else if (value == ".")
        {
            found.Add("must not be '.'");
        }
        else if (value == "..")
        {
            found.Add("must not be '..'");
        }
        else if (value.StartsWith("..", StringComparison.Ordinal))
        {
            found.Add("must not start with '..'");
        }

        return found;
    }

    /// <summary>The name of an HTTP header.</summary>
    public static IReadOnlyList<string> HttpHeaderName(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? []
            : [Regex("a valid HTTP header must consist of alphanumeric characters or '-'", "[-A-Za-z0-9]+", "X-Header-Name")];

    /// <summary>The name of a port.</summary>
    public static IReadOnlyList<string> PortName(string value)
    {
        var found = new List<string>();
        if (value.Utf8Length() > 15)
        {
            found.Add(MaxLength(15));
        }

        if (!IsRunOf(value, c => IsLowerOrDigit(c) || c == '-'))
        {
            found.Add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }

        if (!value.Any(c => c is >= 'a' and <= 'z'))
        {
            found.Add("must contain at least one letter (a-z)");
        }

        if (value.Contains("--", StringComparison.Ordinal))
        {
            found.Add("must not contain consecutive hyphens");
        }

        if (value.Length > 0 && (value[0] == '-' || value[^1] == '-'))
        {
            found.Add("must not begin or end with a hyphen");
        }

        return found;
    }

    /// <summary>The number of a port.</summary>
    public static IReadOnlyList<string> PortNumber(long value) => value is >= 1 and <= 65535 ? [] : [Between(1, 65535)];

    /// <summary>A count in percent: <c>25%</c>.</summary>
    public static IReadOnlyList<string> Percent(string value) =>
        value.Length > 1 && value[^1] == '%' && value.AsSpan(0, value.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? []
            : [Regex("a valid percent string must be a numeric string followed by an ending '%'", "[0-9]+%", "1%", "93%")];

    /// <summary>The id of a user.</summary>
    public static IReadOnlyList<string> UserId(long value) => value is >= 0 and <= int.MaxValue ? [] : [Between(0, int.MaxValue)];

    /// <summary>The id of a group.</summary>
    public static IReadOnlyList<string> GroupId(long value) => UserId(value);

    /// <summary>A domain and a path below it: <c>example.com/signer</c>; whether a value is one.</summary>
    public static bool IsDomainPrefixedPath(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < value.Length - 1 && IsSubdomain(value.AsSpan(0, slash)) && IsRunOf(value[(slash + 1)..], c => char.IsAsciiLetterOrDigit(c) || "/%-._~!$&'()*+,;=:".Contains(c, StringComparison.Ordinal));
    }

    /// <summary>True for a DNS label of any length.</summary>
    public static bool IsLabel(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || !IsLowerOrDigit(value[0]) || !IsLowerOrDigit(value[^1]))
        {
            return false;
        }

        foreach (var c in value)
        {
            if (!IsLowerOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a DNS subdomain of any length.</summary>
    public static bool IsSubdomain(ReadOnlySpan<char> value)
    {
        foreach (var part in value.Split('.'))
        {
            if (!IsLabel(value[part]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for letters, digits, '-', '_' and '.', with a letter or digit at either end.</summary>
    public static bool IsQualified(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || !char.IsAsciiLetterOrDigit(value[0]) || !char.IsAsciiLetterOrDigit(value[^1]))
        {
            return false;
        }

        foreach (var c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many bytes a text is in UTF-8: what upstream's lengths count.</summary>
    public static int Utf8Length(this string text) => System.Text.Encoding.UTF8.GetByteCount(text);

    private static bool IsLowerOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private static bool IsRun(string text, Func<char, bool> inner, Func<char, bool> ends) => text.Length > 0 && ends(text[0]) && ends(text[^1]) && text.All(inner);

    private static bool IsRunOf(string text, Func<char, bool> inner) => text.Length > 0 && text.All(inner);
}
