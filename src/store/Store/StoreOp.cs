namespace Cybernetes.Store;

/// <summary>One step of a transaction; each answers with its <see cref="OpResult"/> at the same place.</summary>
public abstract record StoreOp
{
    private protected StoreOp()
    {
    }
}

/// <summary>Write a key. Answers <see cref="PutResult"/>.</summary>
/// <param name="Key">The key; not empty.</param>
/// <param name="Value">The bytes, which the caller must not change any more: the store keeps them.</param>
/// <param name="Lease">The lease whose end deletes the key. An unknown one fails the transaction with <see cref="StoreError.LeaseNotFound"/>.</param>
/// <param name="PrevKv">Return what was there before.</param>
public sealed record PutOp(StoreKey Key, ReadOnlyMemory<byte> Value, LeaseId Lease = default, bool PrevKv = false) : StoreOp;

/// <summary>Delete keys. Answers <see cref="DeleteResult"/>; deleting nothing makes no revision.</summary>
/// <param name="Range">The keys.</param>
/// <param name="PrevKv">Return what was there before.</param>
public sealed record DeleteOp(KeyRange Range, bool PrevKv = false) : StoreOp;

/// <summary>Read inside the transaction; sees the steps before it. Answers <see cref="RangeResult"/>.</summary>
/// <param name="Request">What to read.</param>
public sealed record RangeOp(RangeRequest Request) : StoreOp
{
    /// <summary>Reads one key.</summary>
    public RangeOp(StoreKey key)
        : this(new RangeRequest(KeyRange.Single(key)))
    {
    }
}

/// <summary>A transaction inside the transaction. Answers <see cref="TxnResult"/>.</summary>
/// <param name="Txn">It.</param>
public sealed record TxnOp(Txn Txn) : StoreOp;
