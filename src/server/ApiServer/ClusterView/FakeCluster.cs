using System.Globalization;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.ClusterView;

/// <summary>A cluster in memory with the semantics of the real one: resource versions, compare-and-swap, ordered changes. For tests.</summary>
public sealed class FakeCluster : IClusterView, IClusterWriter
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, SortedDictionary<(string Namespace, string Name), IObject>> _objects = [];
    private readonly Dictionary<Type, List<Action<IObject?, IObject?>>> _watchers = [];
    private long _revision;

    /// <summary>Adds or replaces an object and returns it with its new version.</summary>
    public T Put<T>(T item) where T : class, IObject<T>
    {
        lock (_gate)
        {
            var key = (item.Metadata.Namespace, item.Metadata.Name);
            var table = Table<T>();
            table.TryGetValue(key, out var old);
            var stored = item.With(item.Metadata with { ResourceVersion = (++_revision).ToString(CultureInfo.InvariantCulture) });
            table[key] = stored;
            Notify(old, stored, typeof(T));
            return stored;
        }
    }

    /// <summary>Adds or replaces an object of a kind known only at run time.</summary>
    public void Put(IObject item)
    {
        lock (_gate)
        {
            var table = Table(item.GetType());
            table.TryGetValue((item.Metadata.Namespace, item.Metadata.Name), out var old);
            var stored = item.WithMetadata(item.Metadata with { ResourceVersion = (++_revision).ToString(CultureInfo.InvariantCulture) });
            table[(item.Metadata.Namespace, item.Metadata.Name)] = stored;
            Notify(old, stored, item.GetType());
        }
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<IObject> List(GroupVersionKind kind, string? @namespace)
    {
        lock (_gate)
        {
            return [.. _objects.Values.SelectMany(table => table).Where(entry => entry.Value.GroupVersionKind == kind && (string.IsNullOrEmpty(@namespace) || entry.Key.Namespace == @namespace)).Select(entry => entry.Value)];
        }
    }

    /// <summary>Removes an object.</summary>
    public void Remove<T>(string @namespace, string name) where T : class, IObject<T>
    {
        lock (_gate)
        {
            if (Table<T>().Remove((@namespace, name), out var old))
            {
                _revision++;
                Notify(old, null, typeof(T));
            }
        }
    }

    /// <inheritdoc/>
    public T? Get<T>(string @namespace, string name) where T : class, IKind<T>
    {
        lock (_gate)
        {
            return Table<T>().GetValueOrDefault((@namespace, name)) as T;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<T> List<T>(string? @namespace = null) where T : class, IKind<T>
    {
        lock (_gate)
        {
            return [.. Table<T>().Where(e => @namespace is null || e.Key.Namespace == @namespace).Select(e => (T)e.Value)];
        }
    }

    /// <inheritdoc/>
    public IDisposable Subscribe<T>(Action<ClusterChange<T>> changed) where T : class, IKind<T>
    {
        lock (_gate)
        {
            Action<IObject?, IObject?> watcher = (old, @new) => changed(new ClusterChange<T>(old as T, @new as T));
            foreach (var item in Table<T>().Values)
            {
                watcher(null, item);
            }
            if (!_watchers.TryGetValue(typeof(T), out var watchers))
            {
                _watchers[typeof(T)] = watchers = [];
            }
            watchers.Add(watcher);
            return new Subscription(() =>
            {
                lock (_gate)
                {
                    watchers.Remove(watcher);
                }
            });
        }
    }

    /// <inheritdoc/>
    public ValueTask<T?> GetLiveAsync<T>(string @namespace, string name, CancellationToken cancellationToken) where T : class, IKind<T> =>
        ValueTask.FromResult(Get<T>(@namespace, name));

    /// <inheritdoc/>
    public ValueTask<bool> CreateAsync<T>(T item, CancellationToken cancellationToken) where T : class, IObject<T>
    {
        lock (_gate)
        {
            if (Table<T>().ContainsKey((item.Metadata.Namespace, item.Metadata.Name)))
            {
                return ValueTask.FromResult(false);
            }
            Put(item);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<T?> UpdateAsync<T>(T item, CancellationToken cancellationToken) where T : class, IObject<T>
    {
        lock (_gate)
        {
            var current = Get<T>(item.Metadata.Namespace, item.Metadata.Name);
            return ValueTask.FromResult(current?.Metadata.ResourceVersion == item.Metadata.ResourceVersion ? Put(item) : null);
        }
    }

    private SortedDictionary<(string Namespace, string Name), IObject> Table<T>() => Table(typeof(T));

    private SortedDictionary<(string Namespace, string Name), IObject> Table(Type type)
    {
        if (!_objects.TryGetValue(type, out var table))
        {
            _objects[type] = table = new(Comparer<(string Namespace, string Name)>.Create((a, b) =>
                string.CompareOrdinal(a.Namespace, b.Namespace) is var order and not 0 ? order : string.CompareOrdinal(a.Name, b.Name)));
        }
        return table;
    }

    private void Notify(IObject? old, IObject? @new, Type type)
    {
        foreach (var watcher in _watchers.GetValueOrDefault(type) ?? [])
        {
            watcher(old, @new);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
