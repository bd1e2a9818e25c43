namespace Cybernetes.ApiServer.Verbs;

/// <summary>The name under which a request's changes are kept in managedFields.</summary>
internal static class ManagerName
{
    private const int MaxLength = 128;

    /// <summary>The manager that was named, or the user agent up to its slash; control characters are left out.</summary>
    public static string Of(string manager, string userAgent)
    {
        if (manager.Length > 0)
        {
            return manager;
        }

        var slash = userAgent.IndexOf('/', StringComparison.Ordinal);
        var name = new string([.. (slash < 0 ? userAgent : userAgent[..slash]).Where(each => !char.IsControl(each))]);
        return name.Length switch
        {
            0 => "unknown",
            > MaxLength => name[..MaxLength],
            _ => name,
        };
    }
}
