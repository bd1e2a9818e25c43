using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.ClusterView;

/// <summary>
/// The cluster as the server's own guards read it: the watch caches, by kind. Objects are shared and immutable. Thread safe.
/// The namespace of cluster-wide kinds is empty.
/// </summary>
public interface IClusterView
{
    /// <summary>The object from the cache, or null.</summary>
    T? Get<T>(string @namespace, string name) where T : class, IKind<T>;

    /// <summary>All objects of a kind from the cache, in one namespace or, with null, everywhere.</summary>
    IReadOnlyCollection<T> List<T>(string? @namespace = null) where T : class, IKind<T>;

    /// <summary>
    /// Calls <paramref name="changed"/> for every object there is (as added) and then for every change, in order, on one thread at a time,
    /// until disposed.
    /// </summary>
    IDisposable Subscribe<T>(Action<ClusterChange<T>> changed) where T : class, IKind<T>;

    /// <summary>The object from the store itself, newer than any cache; null when it is not there.</summary>
    ValueTask<T?> GetLiveAsync<T>(string @namespace, string name, CancellationToken cancellationToken) where T : class, IKind<T>;

    /// <summary>All objects of a kind that is known only at run time, by group and kind; of one namespace unless that is null or empty. None where there is no such kind.</summary>
    IReadOnlyCollection<Api.IObject> List(GroupVersionKind kind, string? @namespace) => [];
}
