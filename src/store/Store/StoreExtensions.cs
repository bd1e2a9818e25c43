namespace Cybernetes.Store;

/// <summary>The transactions an API server lives on.</summary>
public static class StoreExtensions
{
    /// <summary>Writes a key that must not exist.</summary>
    public static ValueTask<WriteResult> CreateAsync(
        this IStore store, StoreKey key, ReadOnlyMemory<byte> value, LeaseId lease = default, CancellationToken cancellationToken = default) =>
        RunAsync(store, key, Compare.Absent(key), new PutOp(key, value, lease), cancellationToken);

    /// <summary>Writes a key whose newest version was written at <paramref name="expected"/> (none: that does not exist).</summary>
    public static ValueTask<WriteResult> CompareAndSwapAsync(
        this IStore store, StoreKey key, Revision expected, ReadOnlyMemory<byte> value, LeaseId lease = default,
        CancellationToken cancellationToken = default) =>
        RunAsync(store, key, Compare.ModRevisionIs(key, expected), new PutOp(key, value, lease, PrevKv: true), cancellationToken);

    /// <summary>Deletes a key whose newest version was written at <paramref name="expected"/>.</summary>
    public static ValueTask<WriteResult> CompareAndDeleteAsync(
        this IStore store, StoreKey key, Revision expected, CancellationToken cancellationToken = default) =>
        RunAsync(store, key, Compare.ModRevisionIs(key, expected), new DeleteOp(KeyRange.Single(key), PrevKv: true), cancellationToken);

    /// <summary>Writes a key whatever is there.</summary>
    public static async ValueTask<WriteResult> PutAsync(
        this IStore store, StoreKey key, ReadOnlyMemory<byte> value, LeaseId lease = default, CancellationToken cancellationToken = default)
    {
        var result = await store.TxnAsync(new Txn { Then = [new PutOp(key, value, lease, PrevKv: true)] }, cancellationToken).ConfigureAwait(false);
        return new WriteResult(true, result.Revision, ((PutResult)result.Results[0]).PrevKv);
    }

    /// <summary>Deletes keys whatever is there.</summary>
    public static async ValueTask<DeleteResult> DeleteAsync(
        this IStore store, KeyRange range, CancellationToken cancellationToken = default)
    {
        var result = await store.TxnAsync(new Txn { Then = [new DeleteOp(range, PrevKv: true)] }, cancellationToken).ConfigureAwait(false);
        return (DeleteResult)result.Results[0];
    }

    private static async ValueTask<WriteResult> RunAsync(
        IStore store, StoreKey key, Compare condition, StoreOp then, CancellationToken cancellationToken)
    {
        var txn = new Txn { If = [condition], Then = [then], Else = [new RangeOp(key)] };
        var result = await store.TxnAsync(txn, cancellationToken).ConfigureAwait(false);
        var item = result.Results[0] switch
        {
            PutResult put => put.PrevKv,
            DeleteResult { PrevKvs: [var deleted, ..] } => deleted,
            RangeResult { Items: [var current, ..] } => current,
            _ => null,
        };
        return new WriteResult(result.Succeeded, result.Revision, item);
    }
}
