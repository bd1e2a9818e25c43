namespace Cybernetes.ApiServer.Pipeline;

/// <summary>The parameters of a URL, in order. Of repeated ones the first counts where one is wanted, as in Go.</summary>
public sealed class QueryParameters
{
    private readonly List<KeyValuePair<string, string>> _all = [];

    /// <summary>No parameters.</summary>
    public static QueryParameters Empty { get; } = new("");

    /// <summary>Reads a query, with or without its question mark.</summary>
    public QueryParameters(string query)
    {
        Raw = query.StartsWith('?') ? query[1..] : query;
        foreach (var pair in Raw.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (key, value) = equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
            _all.Add(new(Unescape(key), Unescape(value)));
        }
    }

    private QueryParameters(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        Raw = string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        _all.AddRange(pairs);
    }

    /// <summary>Parameters that are not escaped.</summary>
    public static QueryParameters Of(IReadOnlyList<KeyValuePair<string, string>> pairs) => pairs.Count == 0 ? Empty : new(pairs);

    /// <summary>The query as it came.</summary>
    public string Raw { get; }

    /// <summary>Every parameter.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => _all;

    /// <summary>The first value of a parameter; null where it is absent.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var pair in _all)
            {
                if (pair.Key == key)
                {
                    return pair.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Every value of a parameter.</summary>
    public IReadOnlyList<string> Values(string key) => _all.Count == 0 ? [] : [.. _all.Where(pair => pair.Key == key).Select(pair => pair.Value)];

    private static string Unescape(string text) =>
        text.AsSpan().ContainsAny('+', '%') ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;
}
