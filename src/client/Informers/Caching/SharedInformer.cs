using Cybernetes.Api;
using Cybernetes.Client;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Informers.Caching;

/// <summary>
/// The objects of one resource, kept current by one watch and shared by everyone in the process: read it as a lister, hear changes through
/// handlers. Objects are immutable; those of the in-process transport are the server's own references. Thread safe.
/// </summary>
public sealed partial class SharedInformer<T>
    where T : class, IObject<T>
{
    private readonly ObjectStore<T> _store = new();
    private readonly Lock _dispatch = new();
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly KubeClient _client;
    private readonly ILogger _logger;
    private InformerHandler<T>[] _handlers = [];

    /// <summary>An informer that <see cref="RunAsync"/> starts; mostly made by <see cref="InformerFactory"/>.</summary>
    public SharedInformer(KubeClient client, ResourceOf<T> resource, InformerScope scope, ILogger logger)
    {
        (_client, Resource, Scope, _logger) = (client, resource, scope, logger);
    }

    /// <summary>The resource watched.</summary>
    public ResourceOf<T> Resource { get; }

    /// <summary>Which objects are held.</summary>
    public InformerScope Scope { get; }

    /// <summary>True once every object that was there at the start has been told to the handlers.</summary>
    public bool HasSynced => _synced.Task.IsCompleted;

    /// <summary>How many objects are held.</summary>
    public int Count => _store.Count;

    /// <summary>The version up to which the store is current; empty before the first list.</summary>
    public string ResourceVersion { get; private set; } = "";

    /// <summary>The object, or null.</summary>
    public T? Get(string @namespace, string name) => _store.Get(new(@namespace, name));

    /// <summary>The object, or null.</summary>
    public T? Get(NamespacedName name) => _store.Get(name);

    /// <summary>All objects, in no order.</summary>
    public IReadOnlyList<T> List() => _store.List();

    /// <summary>The objects of a namespace, in no order.</summary>
    public IReadOnlyList<T> List(string @namespace) => _store.ByIndex(ObjectStore<T>.NamespaceIndex, @namespace);

    /// <summary>The objects that an index has under a value.</summary>
    public IReadOnlyList<T> ByIndex(string index, string value) => _store.ByIndex(index, value);

    /// <summary>The values of an index.</summary>
    public IReadOnlyList<string> IndexValues(string index) => _store.IndexValues(index);

    /// <summary>Declares an index; a name that is taken keeps its first meaning. May be done at any time.</summary>
    public SharedInformer<T> AddIndex(string name, Func<T, IEnumerable<string>> values)
    {
        _store.AddIndex(name, values);
        return this;
    }

    /// <summary>Adds a handler; objects already held are told to it as added before this returns. Disposing removes it.</summary>
    public IDisposable AddHandler(InformerHandler<T> handler)
    {
        lock (_dispatch)
        {
            _handlers = [.. _handlers, handler];
            foreach (var value in _store.List())
            {
                Tell(handler, null, value);
            }
        }

        return new Subscription(this, handler);
    }

    /// <inheritdoc cref="AddHandler(InformerHandler{T})"/>
    public IDisposable AddHandler(Action<T>? added = null, Action<T, T>? updated = null, Action<T>? deleted = null) =>
        AddHandler(new InformerHandler<T>(added, updated, deleted));

    /// <summary>Waits until <see cref="HasSynced"/>.</summary>
    public Task WaitForSyncAsync(CancellationToken cancellationToken) => _synced.Task.WaitAsync(cancellationToken);

    private void Apply(T value)
    {
        lock (_dispatch)
        {
            var before = _store.Put(value);
            if (before is not null && before.Metadata.ResourceVersion == value.Metadata.ResourceVersion && before.Metadata.Uid == value.Metadata.Uid)
            {
                return;
            }

            TellAll(before, value);
        }
    }

    private void Remove(T value)
    {
        lock (_dispatch)
        {
            if (_store.Remove(NamespacedName.Of(value)) is not null)
            {
                TellAll(value, null);
            }
        }
    }

    private void Replace(IReadOnlyCollection<T> values)
    {
        lock (_dispatch)
        {
            var gone = new HashSet<NamespacedName>(_store.Names());
            foreach (var value in values)
            {
                gone.Remove(NamespacedName.Of(value));
                Apply(value);
            }

            foreach (var name in gone)
            {
                if (_store.Remove(name) is { } last)
                {
                    TellAll(last, null);
                }
            }
        }
    }

    private void TellAll(T? before, T? after)
    {
        foreach (var handler in _handlers)
        {
            Tell(handler, before, after);
        }
    }

    private void Tell(InformerHandler<T> handler, T? before, T? after)
    {
        try
        {
            if (after is null)
            {
                handler.Deleted?.Invoke(before!);
            }
            else if (before is null)
            {
                handler.Added?.Invoke(after);
            }
            else
            {
                handler.Updated?.Invoke(before, after);
            }
        }
        catch (Exception e)
        {
            // One broken handler must not stop the others.
            InformerLog.HandlerFailed(_logger, Resource.Resource.ToString(), e);
        }
    }

    private sealed class Subscription(SharedInformer<T> informer, InformerHandler<T> handler) : IDisposable
    {
        public void Dispose()
        {
            lock (informer._dispatch)
            {
                informer._handlers = [.. informer._handlers.Where(other => !ReferenceEquals(other, handler))];
            }
        }
    }
}
