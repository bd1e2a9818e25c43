using System.Text.RegularExpressions;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Names such as <c>acme.io/foo</c>: a domain and a path below it.</summary>
internal static partial class DomainPath
{
    private const string PathForm = @"[A-Za-z0-9/\-._~%!$&'()*+,;=:]+";

    public static void Validate(string value, FieldPath path, ErrorList errors)
    {
        if (value.Length == 0)
        {
            errors.Required(path);
            return;
        }

        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == value.Length - 1)
        {
            errors.Invalid(path, value, "must be a domain-prefixed path (such as \"acme.io/foo\")");
            return;
        }

        var (host, rest) = (value[..slash], value[(slash + 1)..]);
        errors.Invalid(path, host, Names.Dns1123Subdomain(host));
        if (!PathExpression().IsMatch(rest))
        {
            errors.Invalid(path, rest, Names.Regex("Invalid path", PathForm));
        }
    }

    [GeneratedRegex("^" + PathForm + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex PathExpression();
}
