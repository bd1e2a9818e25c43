namespace Cybernetes.Nftables;

/// <summary>What a name meant to the kernel and what it shall mean; default: not there.</summary>
internal readonly record struct Change<T>(T? Before, T? After);

/// <summary>
/// Values by key, each wanted by one owner or more. Of owners that disagree the first one to ask is heard, until it leaves.
/// Remembers what each touched key was at the last commit.
/// </summary>
internal sealed class Wishes<TKey, T>
    where TKey : notnull
    where T : IEquatable<T>
{
    private readonly Dictionary<TKey, Entry> _entries = [];
    private readonly Dictionary<TKey, T?> _touched = [];

    /// <summary>The value of every key.</summary>
    public IEnumerable<T> All => _entries.Values.Select(e => e.Value);

    public void Add(TKey key, string owner, T value)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            (entry.Later ??= []).Add((owner, value));
            return;
        }

        _touched.TryAdd(key, default);
        _entries.Add(key, new Entry { Owner = owner, Value = value });
    }

    public void Remove(TKey key, string owner, T value)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            return;
        }

        if (entry.Owner != owner || !entry.Value.Equals(value))
        {
            entry.Later?.Remove((owner, value));
            return;
        }

        _touched.TryAdd(key, entry.Value);
        if (entry.Later is { Count: > 0 } later)
        {
            var next = Math.Max(0, later.FindIndex(l => l.Owner == owner));
            (entry.Owner, entry.Value) = later[next];
            later.RemoveAt(next);
        }
        else
        {
            _entries.Remove(key);
        }
    }

    /// <summary>What differs from the last commit.</summary>
    public List<Change<T>> Changes()
    {
        var changes = new List<Change<T>>();
        foreach (var (key, before) in _touched)
        {
            var after = _entries.TryGetValue(key, out var entry) ? entry.Value : default;
            if (!EqualityComparer<T?>.Default.Equals(before, after))
            {
                changes.Add(new Change<T>(before, after));
            }
        }

        return changes;
    }

    public void Committed() => _touched.Clear();

    private sealed class Entry
    {
        public required string Owner { get; set; }

        public required T Value { get; set; }

        public List<(string Owner, T Value)>? Later { get; set; }
    }
}
