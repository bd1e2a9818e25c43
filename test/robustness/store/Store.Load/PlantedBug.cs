using System.Runtime.CompilerServices;

namespace Cybernetes.Store.Load;

/// <summary>A store with a bug, to show that the check finds it.</summary>
/// <param name="store">The right one.</param>
/// <param name="bug"><c>lost</c>, <c>twice</c>, <c>stale</c> or <c>skip</c>.</param>
public sealed class PlantedBug(IStore store, string bug) : IStore
{
    private int _count;
    private GetResult? _old;

    public Revision CurrentRevision => store.CurrentRevision;

    private bool IsNow(string which) => bug == which && Interlocked.Increment(ref _count) % 20 == 0;

    public async ValueTask<GetResult> GetAsync(StoreKey key, Revision revision = default, CancellationToken cancellationToken = default)
    {
        var result = await store.GetAsync(key, revision, cancellationToken);
        if (IsNow("stale") && _old is { } old)
        {
            return old;
        }
        _old = result;
        return result;
    }

    public async ValueTask<TxnResult> TxnAsync(Txn txn, CancellationToken cancellationToken = default)
    {
        var writes = txn.If.Count > 0 && txn.Then[0] is PutOp;
        if (writes && IsNow("lost"))
        {
            // Says it is done though it is not.
            return new TxnResult(true, store.CurrentRevision.Next(), [new PutResult((KeyValue?)null)]);
        }
        var result = await store.TxnAsync(txn, cancellationToken);
        if (writes && result.Succeeded && IsNow("twice"))
        {
            await store.TxnAsync(new Txn { Then = txn.Then }, cancellationToken);
        }
        return result;
    }

    public async IAsyncEnumerable<WatchBatch> WatchAsync(WatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var batch in store.WatchAsync(request, cancellationToken))
        {
            if (!IsNow("skip"))
            {
                yield return batch;
            }
        }
    }

    public ValueTask<RangeResult> RangeAsync(RangeRequest request, CancellationToken cancellationToken = default) => store.RangeAsync(request, cancellationToken);

    public ValueTask<bool> RequestProgressAsync(CancellationToken cancellationToken = default) => store.RequestProgressAsync(cancellationToken);

    public ValueTask<Revision> CompactAsync(Revision revision, CancellationToken cancellationToken = default) => store.CompactAsync(revision, cancellationToken);

    public ValueTask<LeaseStatus> GrantLeaseAsync(TimeSpan ttl, LeaseId id = default, CancellationToken cancellationToken = default) =>
        store.GrantLeaseAsync(ttl, id, cancellationToken);

    public ValueTask<bool> RevokeLeaseAsync(LeaseId id, CancellationToken cancellationToken = default) => store.RevokeLeaseAsync(id, cancellationToken);

    public ValueTask<TimeSpan?> KeepLeaseAliveAsync(LeaseId id, CancellationToken cancellationToken = default) => store.KeepLeaseAliveAsync(id, cancellationToken);

    public ValueTask<LeaseStatus?> GetLeaseAsync(LeaseId id, bool withKeys = false, CancellationToken cancellationToken = default) =>
        store.GetLeaseAsync(id, withKeys, cancellationToken);

    public ValueTask<IReadOnlyList<LeaseId>> ListLeasesAsync(CancellationToken cancellationToken = default) => store.ListLeasesAsync(cancellationToken);

    public ValueTask<StoreStatus> GetStatusAsync(CancellationToken cancellationToken = default) => store.GetStatusAsync(cancellationToken);

    public Task SnapshotAsync(Stream destination, CancellationToken cancellationToken = default) => store.SnapshotAsync(destination, cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
