using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>How objects' names must look. A prefix may end with '-', which the generated part follows.</summary>
public static class NameRules
{
    /// <summary>A DNS subdomain.</summary>
    public static IReadOnlyList<string> Subdomain(string name, bool prefix) => Names.Dns1123Subdomain(Mask(name, prefix));

    /// <summary>A DNS label.</summary>
    public static IReadOnlyList<string> Label(string name, bool prefix) => Names.Dns1123Label(Mask(name, prefix));

    /// <summary>A DNS label that starts with a letter.</summary>
    public static IReadOnlyList<string> Label1035(string name, bool prefix) => Names.Dns1035Label(Mask(name, prefix));

    /// <summary>Anything that can stand in a path.</summary>
    public static IReadOnlyList<string> PathSegment(string name, bool prefix)
    {
        if (prefix)
        {
            return ForbiddenIn(name);
        }

        return name switch
        {
            "." => ["may not be '.'"],
            ".." => ["may not be '..'"],
            _ => ForbiddenIn(name),
        };
    }

    private static string[] ForbiddenIn(string name)
    {
        var slash = name.Contains('/', StringComparison.Ordinal);
        var percent = name.Contains('%', StringComparison.Ordinal);
        return (slash, percent) switch
        {
            (false, false) => [],
            (true, true) => ["may not contain '/'", "may not contain '%'"],
            _ => [slash ? "may not contain '/'" : "may not contain '%'"],
        };
    }

    private static string Mask(string name, bool prefix) => prefix && name.Length > 1 && name[^1] == '-' ? name[..^1].TrimEnd('-') is { Length: > 0 } stem ? stem + "a" : name : name;
}
