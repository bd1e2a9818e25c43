using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Registry;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.ClusterView;

/// <summary>The watch caches as the guards read them, and the registry as the server itself writes it.</summary>
public sealed class CachedCluster(IStore store, IReadOnlyList<ResourceStorage> storages) : IClusterView, IClusterWriter
{
    private readonly Dictionary<GroupVersionKind, ResourceStorage> _byKind = storages.ToDictionary(storage => storage.Hub.Info.Kind);

    /// <inheritdoc/>
    public T? Get<T>(string @namespace, string name)
        where T : class, IKind<T>
    {
        var storage = StorageOf<T>();
        return (T?)(IKind?)storage.Cache.Snapshot.Find(storage.CacheKey(@namespace, name))?.Object;
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<T> List<T>(string? @namespace = null)
        where T : class, IKind<T> =>
        [.. StorageOf<T>().Cache.Snapshot.Range(string.IsNullOrEmpty(@namespace) ? "" : @namespace + "/").Select(stored => (T)(IKind)stored.Object)];

    /// <inheritdoc/>
    public IReadOnlyCollection<IObject> List(GroupVersionKind kind, string? @namespace) =>
        _byKind.Values.FirstOrDefault(storage => storage.Hub.Info.Kind.Group == kind.Group && storage.Hub.Info.Kind.Kind == kind.Kind) is { } storage
            ? [.. storage.Cache.Snapshot.Range(string.IsNullOrEmpty(@namespace) ? "" : @namespace + "/").Select(stored => stored.Object)]
            : [];

    /// <inheritdoc/>
    public IDisposable Subscribe<T>(Action<ClusterChange<T>> changed)
        where T : class, IKind<T> =>
        StorageOf<T>().Cache.Subscribe(change => changed(new ClusterChange<T>((T?)(IKind?)change.Old?.Object, (T?)(IKind?)change.New?.Object)));

    /// <inheritdoc/>
    public async ValueTask<T?> GetLiveAsync<T>(string @namespace, string name, CancellationToken cancellationToken)
        where T : class, IKind<T>
    {
        var storage = StorageOf<T>();
        var found = await store.GetAsync(storage.KeyOf(storage.CacheKey(@namespace, name)), cancellationToken: cancellationToken).ConfigureAwait(false);
        return found.Item is null ? null : (T)(IKind)(await storage.DecodeAsync(found.Item, cancellationToken).ConfigureAwait(false)).Object;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CreateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        var storage = StorageOf<T>();
        var key = storage.KeyOf(storage.CacheKey(item.Metadata.Namespace, item.Metadata.Name));
        var made = item.With(item.Metadata with { Uid = Guid.NewGuid().ToString(), CreationTimestamp = TimeProvider.System.GetUtcNow() });
        var bytes = await storage.EncodeAsync(key, made, cancellationToken).ConfigureAwait(false);
        return (await store.CreateAsync(key, bytes, cancellationToken: cancellationToken).ConfigureAwait(false)).Succeeded;
    }

    /// <inheritdoc/>
    public async ValueTask<T?> UpdateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        var storage = StorageOf<T>();
        var cacheKey = storage.CacheKey(item.Metadata.Namespace, item.Metadata.Name);
        var key = storage.KeyOf(cacheKey);
        var bytes = await storage.EncodeAsync(key, item, cancellationToken).ConfigureAwait(false);
        var expected = new Revision(long.Parse(item.Metadata.ResourceVersion, System.Globalization.CultureInfo.InvariantCulture));
        var result = await store.CompareAndSwapAsync(key, expected, bytes, cancellationToken: cancellationToken).ConfigureAwait(false);
        return result.Succeeded ? (T)(IObject)ResourceStorage.Version(cacheKey, result.Revision, item).Object : null;
    }

    private ResourceStorage StorageOf<T>()
        where T : class, IKind<T> =>
        _byKind.TryGetValue(T.Info.Kind, out var storage) ? storage : throw new ArgumentException($"{T.Info.Kind} is not stored");
}
