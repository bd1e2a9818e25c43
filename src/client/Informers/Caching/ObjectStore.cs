using Cybernetes.Api;
using Cybernetes.Client;

namespace Cybernetes.Informers.Caching;

/// <summary>Objects by name and by indexes. The objects are shared and immutable; every answer is a copy of references. Thread safe.</summary>
internal sealed class ObjectStore<T>
    where T : class, IObject<T>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<NamespacedName, T> _objects = [];
    private readonly Dictionary<string, Index> _indexes = new(StringComparer.Ordinal);

    public const string NamespaceIndex = "namespace";

    public ObjectStore() => AddIndex(NamespaceIndex, static value => [value.Metadata.Namespace]);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _objects.Count;
            }
        }
    }

    public T? Get(NamespacedName name)
    {
        lock (_gate)
        {
            return _objects.GetValueOrDefault(name);
        }
    }

    public T[] List()
    {
        lock (_gate)
        {
            return [.. _objects.Values];
        }
    }

    public T[] ByIndex(string index, string value)
    {
        lock (_gate)
        {
            return _indexes[index].Entries.TryGetValue(value, out var found) ? [.. found.Values] : [];
        }
    }

    public string[] IndexValues(string index)
    {
        lock (_gate)
        {
            return [.. _indexes[index].Entries.Keys];
        }
    }

    public NamespacedName[] Names()
    {
        lock (_gate)
        {
            return [.. _objects.Keys];
        }
    }

    public void AddIndex(string name, Func<T, IEnumerable<string>> values)
    {
        lock (_gate)
        {
            if (_indexes.ContainsKey(name))
            {
                return;
            }

            var index = new Index(values);
            foreach (var (key, value) in _objects)
            {
                index.Add(key, value);
            }

            _indexes[name] = index;
        }
    }

    /// <summary>Puts an object; returns the one that was there.</summary>
    public T? Put(T value)
    {
        var name = NamespacedName.Of(value);
        lock (_gate)
        {
            var before = _objects.GetValueOrDefault(name);
            _objects[name] = value;
            foreach (var index in _indexes.Values)
            {
                if (before is not null)
                {
                    index.Remove(name, before);
                }

                index.Add(name, value);
            }

            return before;
        }
    }

    /// <summary>Takes an object away; returns it.</summary>
    public T? Remove(NamespacedName name)
    {
        lock (_gate)
        {
            if (!_objects.Remove(name, out var before))
            {
                return null;
            }

            foreach (var index in _indexes.Values)
            {
                index.Remove(name, before);
            }

            return before;
        }
    }

    private sealed class Index(Func<T, IEnumerable<string>> values)
    {
        public Dictionary<string, Dictionary<NamespacedName, T>> Entries { get; } = new(StringComparer.Ordinal);

        public void Add(NamespacedName name, T value)
        {
            foreach (var key in values(value))
            {
                if (!Entries.TryGetValue(key, out var found))
                {
                    Entries[key] = found = [];
                }

                found[name] = value;
            }
        }

        public void Remove(NamespacedName name, T value)
        {
            foreach (var key in values(value))
            {
                if (Entries.TryGetValue(key, out var found) && found.Remove(name) && found.Count == 0)
                {
                    Entries.Remove(key);
                }
            }
        }
    }
}
