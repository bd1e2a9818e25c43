using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>The names of those who sign: <c>example.com/signer-name</c>.</summary>
internal static class SignerNames
{
    private const int LongestPath = Names.SubdomainLength + Names.LabelLength + 1;
    private const int Longest = Names.SubdomainLength + LongestPath + 1;

    public static void Validate(string name, FieldPath path, ErrorList errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
            return;
        }

        if (name.Split('/') is not [var domain, var rest])
        {
            errors.Invalid(path, name, "must be a fully qualified domain and path of the form 'example.com/signer-name'");
            return;
        }

        if (domain.Utf8Length() > Names.SubdomainLength)
        {
            errors.TooLong(path, Names.SubdomainLength);
        }

        var labels = domain.Split('.');
        Labels(labels, domain, Names.Dns1123Label, path, errors);
        if (labels.Length < 2)
        {
            errors.Invalid(path, domain, "should be a domain with at least two segments separated by dots");
        }

        Labels(rest.Split('.'), rest, Names.Dns1123Subdomain, path, errors);
        if (name.Utf8Length() > Longest)
        {
            errors.TooLong(path, Longest);
        }
    }

    private static void Labels(string[] labels, string segment, Func<string, IReadOnlyList<string>> check, FieldPath path, ErrorList errors)
    {
        foreach (var label in labels)
        {
            if (check(label) is { Count: > 0 } wrong)
            {
                errors.Invalid(path, segment, wrong.Select(why => $"validating label {GoText.Quote(label)}: {why}"));
                return;
            }
        }
    }
}
