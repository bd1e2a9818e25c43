using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Cybernetes.Api;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.ControlPlane;

/// <summary>
/// An API server in memory as far as a kubelet sees it: versions, conflicts, graceful deletion of pods and a watch of one node's pods.
/// Thread-safe.
/// </summary>
public sealed class FakeControlPlane(TimeProvider time) : IControlPlane
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(Type, string, string), IObject> _objects = [];
    private readonly List<(string Node, Channel<PodUpdate> Changes)> _watchers = [];
    private long _version;

    /// <summary>Every event recorded, oldest first.</summary>
    public ConcurrentQueue<Event> Events { get; } = new();

    /// <summary>Creates an object as a user would and returns it as stored.</summary>
    public T Add<T>(T item)
        where T : class, IObject<T>
    {
        lock (_lock)
        {
            var key = Key<T>(item.Metadata.Namespace, item.Metadata.Name);
            if (_objects.ContainsKey(key))
            {
                throw new ControlPlaneException(409, "AlreadyExists", $"\"{item.Metadata.Name}\" already exists");
            }

            var metadata = item.Metadata with
            {
                Uid = item.Metadata.Uid.Length > 0 ? item.Metadata.Uid : Guid.NewGuid().ToString(),
                CreationTimestamp = time.GetUtcNow(),
                Generation = 1,
            };
            return Store(key, item.With(metadata), null);
        }
    }

    /// <summary>Changes an object as a user would.</summary>
    public T Change<T>(string @namespace, string name, Func<T, T> change)
        where T : class, IObject<T>
    {
        lock (_lock)
        {
            var key = Key<T>(@namespace, name);
            var before = (T)_objects[key];
            return Store(key, change(before), before);
        }
    }

    /// <summary>Deletes a pod as a user would: gracefully, unless the grace period is 0.</summary>
    public void DeletePod(string @namespace, string name, long? graceSeconds = null)
    {
        lock (_lock)
        {
            var key = Key<Pod>(@namespace, name);
            var pod = (Pod)_objects[key];
            var grace = graceSeconds ?? pod.Spec.TerminationGracePeriodSeconds ?? 30;
            if (grace == 0)
            {
                RemovePod(key, pod);
                return;
            }

            Store(key, pod with { Metadata = pod.Metadata with { DeletionTimestamp = time.GetUtcNow().AddSeconds(grace), DeletionGracePeriodSeconds = grace } }, pod);
        }
    }

    /// <summary>An object, or null.</summary>
    public T? Find<T>(string @namespace, string name)
        where T : class, IObject<T>
    {
        lock (_lock)
        {
            return (T?)_objects.GetValueOrDefault(Key<T>(@namespace, name));
        }
    }

    /// <inheritdoc/>
    public Task<T?> GetAsync<T>(string @namespace, string name, CancellationToken cancellationToken)
        where T : class, IObject<T> => Task.FromResult(Find<T>(@namespace, name));

    /// <summary>All objects of a namespace, or of all when it is empty.</summary>
    public IReadOnlyList<T> List<T>(string @namespace)
        where T : class, IObject<T>
    {
        lock (_lock)
        {
            return [.. _objects.Values.OfType<T>().Where(o => @namespace.Length == 0 || o.Metadata.Namespace == @namespace)];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Service> ServicesOf(string @namespace) => List<Service>(@namespace);

    /// <inheritdoc/>
    public Task<T> CreateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        if (item is Event recorded)
        {
            Events.Enqueue(recorded);
        }

        return Task.FromResult(Add(item));
    }

    /// <inheritdoc/>
    public Task<T> UpdateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        lock (_lock)
        {
            var key = Key<T>(item.Metadata.Namespace, item.Metadata.Name);
            var before = _objects.GetValueOrDefault(key) ?? throw new ControlPlaneException(404, "NotFound", $"\"{item.Metadata.Name}\" not found");
            if (before.Metadata.ResourceVersion != item.Metadata.ResourceVersion)
            {
                throw new ControlPlaneException(409, "Conflict", "the object has been modified; please apply your changes to the latest version and try again");
            }

            return Task.FromResult(Store(key, item, before));
        }
    }

    /// <inheritdoc/>
    public Task<T> UpdateStatusAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        // Only the status is taken, as a real server does.
        IObject stored = (item, Find<T>(item.Metadata.Namespace, item.Metadata.Name)) switch
        {
            (Pod pod, Pod before) => before with { Status = pod.Status, Metadata = before.Metadata with { ResourceVersion = pod.Metadata.ResourceVersion } },
            (Node node, Node before) => before with { Status = node.Status, Metadata = before.Metadata with { ResourceVersion = node.Metadata.ResourceVersion } },
            _ => item,
        };
        return UpdateAsync((T)stored, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync<T>(string @namespace, string name, string uid, long? gracePeriodSeconds, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        lock (_lock)
        {
            var key = Key<T>(@namespace, name);
            if (_objects.TryGetValue(key, out var item) && (uid.Length == 0 || item.Metadata.Uid == uid))
            {
                if (item is Pod pod)
                {
                    RemovePod(key, pod);
                }
                else
                {
                    _objects.Remove(key);
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<TokenRequest> CreateTokenAsync(string @namespace, string serviceAccount, TokenRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(request with
        {
            Status = new() { Token = $"token-of-{serviceAccount}", ExpirationTimestamp = time.GetUtcNow().AddSeconds(request.Spec.ExpirationSeconds ?? 3600) },
        });

    /// <inheritdoc/>
    public async IAsyncEnumerable<PodUpdate> WatchPodsAsync(string nodeName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateUnbounded<PodUpdate>();
        var watcher = (nodeName, changes);
        List<Pod> pods;
        lock (_lock)
        {
            pods = [.. _objects.Values.OfType<Pod>().Where(p => p.Spec.NodeName == nodeName)];
            _watchers.Add(watcher);
        }

        try
        {
            yield return new PodUpdate.Snapshot(pods);
            await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            lock (_lock)
            {
                _watchers.Remove(watcher);
            }
        }
    }

    private static (Type, string, string) Key<T>(string @namespace, string name) => (typeof(T), @namespace, name);

    private T Store<T>((Type, string, string) key, T item, IObject? before)
        where T : class, IObject<T>
    {
        if (before is not null && item.With(item.Metadata with { ResourceVersion = before.Metadata.ResourceVersion }).Equals(before))
        {
            return (T)before;
        }

        item = item.With(item.Metadata with { ResourceVersion = (++_version).ToString(CultureInfo.InvariantCulture) });
        _objects[key] = item;
        if (item is Pod pod)
        {
            Tell(pod, new PodUpdate.Upsert(pod));
        }

        return item;
    }

    private void RemovePod((Type, string, string) key, Pod pod)
    {
        _objects.Remove(key);
        Tell(pod, new PodUpdate.Remove(pod));
    }

    private void Tell(Pod pod, PodUpdate update)
    {
        foreach (var (node, changes) in _watchers)
        {
            if (pod.Spec.NodeName == node)
            {
                changes.Writer.TryWrite(update);
            }
        }
    }
}
