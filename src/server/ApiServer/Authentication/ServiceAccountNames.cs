namespace Cybernetes.ApiServer.Authentication;

/// <summary>The user names and groups of service accounts.</summary>
public static class ServiceAccountNames
{
    private const string Prefix = "system:serviceaccount:";
    private const string AllGroup = "system:serviceaccounts";

    /// <summary><c>system:serviceaccount:NAMESPACE:NAME</c>.</summary>
    public static string UserName(string @namespace, string name) => $"{Prefix}{@namespace}:{name}";

    /// <summary>The groups of every account of a namespace.</summary>
    public static IReadOnlyList<string> Groups(string @namespace) => [AllGroup, $"{AllGroup}:{@namespace}"];

    /// <summary>Splits a user name; null when it is no service account's.</summary>
    public static (string Namespace, string Name)? Split(string userName)
    {
        if (!userName.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }
        var rest = userName[Prefix.Length..];
        var colon = rest.IndexOf(':');
        return colon <= 0 || colon == rest.Length - 1 || rest.IndexOf(':', colon + 1) >= 0 ? null : (rest[..colon], rest[(colon + 1)..]);
    }
}
