using System.Collections.Concurrent;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cybernetes.Informers.Caching;

/// <summary>
/// The informers of a process: one for each resource and scope, shared by all who ask. Informers asked for after the start run at once.
/// Thread safe.
/// </summary>
public sealed class InformerFactory(KubeClient client, ILoggerFactory? loggers = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(GroupVersionResource Resource, Type Type, InformerScope Scope), Entry> _entries = [];
    private readonly ConcurrentBag<Task> _tasks = [];
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("informers");
    private CancellationToken? _running;

    /// <summary>The client that the informers watch with.</summary>
    public KubeClient Client => client;

    /// <summary>The informer of a declared kind, over all namespaces.</summary>
    public SharedInformer<T> For<T>()
        where T : class, IObject<T> =>
        For(ResourceOf<T>.Declared, InformerScope.All);

    /// <summary>The informer of a declared kind for some of its objects.</summary>
    public SharedInformer<T> For<T>(InformerScope scope)
        where T : class, IObject<T> =>
        For(ResourceOf<T>.Declared, scope);

    /// <summary>The informer of a resource for some of its objects.</summary>
    public SharedInformer<T> For<T>(ResourceOf<T> resource, InformerScope scope)
        where T : class, IObject<T>
    {
        lock (_gate)
        {
            var key = (resource.Resource, typeof(T), scope);
            if (_entries.TryGetValue(key, out var known))
            {
                return (SharedInformer<T>)known.Informer;
            }

            var informer = new SharedInformer<T>(client, resource, scope, _logger);
            var entry = new Entry(informer, informer.RunAsync, informer.WaitForSyncAsync);
            _entries[key] = entry;
            if (_running is { } token)
            {
                _tasks.Add(Task.Run(() => entry.Run(token), CancellationToken.None));
            }

            return informer;
        }
    }

    /// <summary>Runs all informers until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _running = cancellationToken;
            foreach (var entry in _entries.Values)
            {
                _tasks.Add(Task.Run(() => entry.Run(cancellationToken), CancellationToken.None));
            }
        }

        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(() => stopped.TrySetResult()).ConfigureAwait(false))
        {
            await stopped.Task.ConfigureAwait(false);
        }

        await Task.WhenAll(_tasks).ConfigureAwait(false);
    }

    /// <summary>Waits until every informer asked for so far has synced.</summary>
    public Task WaitForSyncAsync(CancellationToken cancellationToken)
    {
        Entry[] entries;
        lock (_gate)
        {
            entries = [.. _entries.Values];
        }

        return Task.WhenAll(entries.Select(entry => entry.WaitForSync(cancellationToken)));
    }

    private sealed record Entry(object Informer, Func<CancellationToken, Task> Run, Func<CancellationToken, Task> WaitForSync);
}
