namespace Cybernetes.Scheduler.Framework;

/// <summary>What plugins computed for one pod in one cycle. Not shared between cycles; a copy serves each what-if of preemption.</summary>
public sealed class CycleState
{
    private readonly Dictionary<string, object> _entries = [];

    /// <summary>Plugins that had nothing to filter for this pod.</summary>
    public HashSet<string> SkippedFilters { get; } = [];

    /// <summary>Plugins that had nothing to score for this pod.</summary>
    public HashSet<string> SkippedScores { get; } = [];

    /// <summary>Keeps an entry; one that can change under what-ifs implements <see cref="ICloneable"/>.</summary>
    public void Set(string key, object value) => _entries[key] = value;

    /// <summary>The entry of that key.</summary>
    public T Get<T>(string key) => (T)_entries[key];

    /// <summary>The entry of that key, if there is one.</summary>
    public bool TryGet<T>(string key, out T value)
    {
        var found = _entries.TryGetValue(key, out var entry);
        value = found ? (T)entry! : default!;
        return found;
    }

    /// <summary>A copy whose changeable entries are copies.</summary>
    public CycleState Clone()
    {
        var copy = new CycleState();
        foreach (var (key, value) in _entries)
        {
            copy._entries[key] = value is ICloneable cloneable ? cloneable.Clone() : value;
        }

        copy.SkippedFilters.UnionWith(SkippedFilters);
        copy.SkippedScores.UnionWith(SkippedScores);
        return copy;
    }
}
