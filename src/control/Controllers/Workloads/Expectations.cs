using Cybernetes.Client;

namespace Cybernetes.Controllers.Workloads;

/// <summary>
/// What a controller has done and its informers have not shown yet: until they have, counting pods would make it act twice. An expectation
/// that is not met in five minutes is given up, since a watch may have lost the change. Thread safe.
/// </summary>
public sealed class Expectations(TimeProvider time)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new();
    private readonly Dictionary<NamespacedName, Entry> _entries = [];

    /// <summary>True when the informers show all that was done, or it is time not to wait any longer.</summary>
    public bool Satisfied(NamespacedName key)
    {
        lock (_gate)
        {
            return !_entries.TryGetValue(key, out var entry)
                || (entry.Creations <= 0 && entry.Deletions.Count == 0)
                || time.GetElapsedTime(entry.Since) > _timeout;
        }
    }

    /// <summary>So many creations are under way.</summary>
    public void ExpectCreations(NamespacedName key, int count)
    {
        lock (_gate)
        {
            _entries[key] = new Entry(time.GetTimestamp()) { Creations = count };
        }
    }

    /// <summary>The deletions of these objects are under way.</summary>
    public void ExpectDeletions(NamespacedName key, IEnumerable<string> uids)
    {
        lock (_gate)
        {
            var entry = new Entry(time.GetTimestamp());
            entry.Deletions.UnionWith(uids);
            _entries[key] = entry;
        }
    }

    /// <summary>Creations and deletions together.</summary>
    public void Expect(NamespacedName key, int creations, IEnumerable<string> deletions)
    {
        lock (_gate)
        {
            var entry = new Entry(time.GetTimestamp()) { Creations = creations };
            entry.Deletions.UnionWith(deletions);
            _entries[key] = entry;
        }
    }

    /// <summary>A creation has been seen, or has failed.</summary>
    public void CreationObserved(NamespacedName key, int count = 1)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry))
            {
                entry.Creations -= count;
            }
        }
    }

    /// <summary>A deletion has been seen, or has failed.</summary>
    public void DeletionObserved(NamespacedName key, string uid)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry))
            {
                entry.Deletions.Remove(uid);
            }
        }
    }

    /// <summary>Nothing is waited for any more.</summary>
    public void Forget(NamespacedName key)
    {
        lock (_gate)
        {
            _entries.Remove(key);
        }
    }

    private sealed class Entry(long since)
    {
        public long Since { get; } = since;

        public int Creations { get; set; }

        public HashSet<string> Deletions { get; } = new(StringComparer.Ordinal);
    }
}
