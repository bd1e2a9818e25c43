using Cybernetes.ApiServer.Registry;
using Cybernetes.Store;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Cache;

/// <summary>
/// Keeps every resource's <see cref="WatchCache"/> equal to the store: one watch over the whole registry, so that all caches stand at the same
/// revision and a reader can wait for it.
/// </summary>
public sealed class Replica(IStore store, IReadOnlyList<ResourceStorage> storages, ILogger logger)
{
    /// <summary>Where upstream keeps everything.</summary>
    public const string Root = "/registry/";

    // How many revisions are read again at the start.
    private const long Replayed = 2000;

    private readonly StorageIndex _index = new(storages);
    private readonly Lock _waitersLock = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiters = new();
    private long _applied;

    /// <summary>Everything up to here is in the caches.</summary>
    public Revision Applied => new(Volatile.Read(ref _applied));

    /// <summary>Adds a resource that was not there at the start; it is filled from the store.</summary>
    public async ValueTask AddAsync(ResourceStorage storage, CancellationToken cancellationToken)
    {
        var range = await store.RangeAsync(new RangeRequest(KeyRange.Prefix(storage.Prefix)), cancellationToken).ConfigureAwait(false);
        storage.Cache.Load(SortedSnapshot.FromSorted(await DecodeAllAsync(storage, range.Items, cancellationToken).ConfigureAwait(false)), range.Revision);
        _index.Add(storage);
    }

    /// <summary>
    /// Fills the caches with the store as it was a while ago. Then <see cref="RunAsync"/> follows it from there, so that watchers who come back after
    /// a restart find the changes they have not seen.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var newest = (await store.GetAsync(Root, cancellationToken: cancellationToken).ConfigureAwait(false)).Revision;
        var (range, revision) = await RangeBeforeAsync(newest, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<ResourceStorage, List<KeyValue>>();
        foreach (var item in range.Items)
        {
            if (_index.Find(item.Key) is { } storage)
            {
                if (!found.TryGetValue(storage, out var items))
                {
                    found[storage] = items = [];
                }

                items.Add(item);
            }
        }

        foreach (var storage in _index.All)
        {
            var items = found.GetValueOrDefault(storage) ?? [];
            var objects = await DecodeAllAsync(storage, items, cancellationToken).ConfigureAwait(false);
            storage.Cache.Load(SortedSnapshot.FromSorted(objects), revision);
        }

        Advance(revision);
    }

    /// <summary>Follows the store until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var request = new WatchRequest(KeyRange.Prefix(Root), Applied.Next(), ProgressNotify: true);
        await foreach (var batch in store.WatchAsync(request, cancellationToken).ConfigureAwait(false))
        {
            foreach (var change in batch.Events)
            {
                await ApplyAsync(batch.Revision, change, cancellationToken).ConfigureAwait(false);
            }

            Advance(batch.Revision);
        }
    }

    /// <summary>Waits until the caches hold everything up to a revision.</summary>
    public async ValueTask WaitAsync(Revision revision, CancellationToken cancellationToken)
    {
        if (Applied >= revision)
        {
            return;
        }

        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waitersLock)
        {
            if (Applied >= revision)
            {
                return;
            }

            _waiters.Enqueue(waiter, revision.Value);
        }

        await store.RequestProgressAsync(cancellationToken).ConfigureAwait(false);
        await waiter.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(RangeResult Range, Revision Revision)> RangeBeforeAsync(Revision newest, CancellationToken cancellationToken)
    {
        var from = new Revision(Math.Max(1, newest.Value - Replayed));
        try
        {
            return (await store.RangeAsync(new RangeRequest(KeyRange.Prefix(Root), from), cancellationToken).ConfigureAwait(false), from);
        }
        catch (CompactedException compacted)
        {
            from = compacted.CompactRevision.IsNone ? newest : compacted.CompactRevision;
            return (await store.RangeAsync(new RangeRequest(KeyRange.Prefix(Root), from), cancellationToken).ConfigureAwait(false), from);
        }
    }

    private async ValueTask ApplyAsync(Revision revision, StoreEvent change, CancellationToken cancellationToken)
    {
        if (_index.Find(change.Item.Key) is not { } storage)
        {
            return;
        }

        var key = storage.NameOf(change.Item.Key);
        if (change.IsDelete)
        {
            storage.Cache.Apply(revision, key, null);
            return;
        }

        try
        {
            storage.Cache.Apply(revision, key, await storage.DecodeAsync(change.Item, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            ReplicaLog.Undecodable(logger, change.Item.Key.ToString(), error);
        }
    }

    private async ValueTask<List<StoredObject>> DecodeAllAsync(ResourceStorage storage, IReadOnlyList<KeyValue> items, CancellationToken cancellationToken)
    {
        var objects = new List<StoredObject>(items.Count);
        foreach (var item in items)
        {
            try
            {
                objects.Add(await storage.DecodeAsync(item, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                ReplicaLog.Undecodable(logger, item.Key.ToString(), error);
            }
        }

        return objects;
    }

    private void Advance(Revision revision)
    {
        lock (_waitersLock)
        {
            Volatile.Write(ref _applied, revision.Value);
            while (_waiters.TryPeek(out var waiter, out var wanted) && wanted <= revision.Value)
            {
                _waiters.Dequeue();
                waiter.SetResult();
            }
        }
    }
}
