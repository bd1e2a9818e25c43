namespace Cybernetes.Kubectl.Commands.Get;

/// <summary>A path with a query, as <c>--raw</c> takes it.</summary>
internal static class RawPath
{
    /// <summary>The path and the query's pairs.</summary>
    public static (string Path, IReadOnlyList<KeyValuePair<string, string>> Query) Split(string uri)
    {
        var mark = uri.IndexOf('?', StringComparison.Ordinal);
        if (mark < 0)
        {
            return (Uri.UnescapeDataString(uri), []);
        }

        return (Uri.UnescapeDataString(uri[..mark]),
        [
            .. uri[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
            {
                var equals = pair.IndexOf('=', StringComparison.Ordinal);
                return equals < 0
                    ? new KeyValuePair<string, string>(Uri.UnescapeDataString(pair), "")
                    : new(Uri.UnescapeDataString(pair[..equals]), Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' ')));
            }),
        ]);
    }
}
