using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Pipeline;

/// <summary>Who answers paths that are no resources: exact ones first, then the longest that the path begins with. Filled before serving.</summary>
public sealed class PathTable
{
    private readonly SortedDictionary<string, VerbHandler> _exact = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, VerbHandler> _below = new(StringComparer.Ordinal);

    /// <summary>Every exact path.</summary>
    public IEnumerable<string> Paths => _exact.Keys;

    /// <summary>Answers one path.</summary>
    public PathTable Add(string path, VerbHandler handler)
    {
        _exact[path] = handler;
        return this;
    }

    /// <summary>Answers every path below one that ends in a slash.</summary>
    public PathTable AddBelow(string prefix, VerbHandler handler)
    {
        _below[prefix] = handler;
        return this;
    }

    /// <summary>Who answers a path; null for nobody.</summary>
    public VerbHandler? Find(string path)
    {
        if (_exact.TryGetValue(path, out var handler))
        {
            return handler;
        }

        foreach (var (prefix, below) in _below.Reverse())
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                return below;
            }
        }

        return null;
    }
}
