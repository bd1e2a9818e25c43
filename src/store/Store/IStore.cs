namespace Cybernetes.Store;

/// <summary>
/// The memory of a cluster: keys, bytes and revisions, with etcd v3's semantics whatever the engine.
/// <list type="bullet">
/// <item>A write that was answered is durable (fsynced) and visible to every later read.</item>
/// <item>Every transaction that changes something makes exactly one revision; revisions have no gaps.</item>
/// <item>A watcher sees every revision that touches its range once, in order, whole, and only after it is durable.</item>
/// </list>
/// Expected outcomes (not found, conflict) are results; <see cref="StoreException"/> is for the rest. All members may be called
/// from any thread at any time.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>The newest durable revision this process knows; with etcd another process may have made later ones.</summary>
    Revision CurrentRevision { get; }

    /// <summary>Reads one key, linearizably when <paramref name="revision"/> is none, else as it was at that revision.</summary>
    /// <exception cref="CompactedException">That revision is compacted away.</exception>
    /// <exception cref="StoreException">That revision is in the future.</exception>
    ValueTask<GetResult> GetAsync(StoreKey key, Revision revision = default, CancellationToken cancellationToken = default);

    /// <summary>Reads a range. To page: limit, then the next request starts at the last key's <see cref="StoreKey.Next"/> at the first answer's revision.</summary>
    /// <exception cref="CompactedException">That revision is compacted away.</exception>
    /// <exception cref="StoreException">That revision is in the future.</exception>
    ValueTask<RangeResult> RangeAsync(RangeRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs a transaction. Returns when it is durable. Cancelling gives up waiting, not the transaction, unless it had not begun.
    /// See <see cref="StoreExtensions"/> for the usual ones.
    /// </summary>
    /// <exception cref="StoreException">It was not done (see <see cref="StoreException.IsCertain"/>).</exception>
    ValueTask<TxnResult> TxnAsync(Txn txn, CancellationToken cancellationToken = default);

    /// <summary>
    /// The changes of a range, one batch a revision, without end until cancelled (<see cref="OperationCanceledException"/>).
    /// It starts with the enumeration. The reader is never buffered for without bound: one that is slower than history is kept gets
    /// <see cref="CompactedException"/>.
    /// </summary>
    /// <exception cref="CompactedException">The next revision to send is compacted away.</exception>
    IAsyncEnumerable<WatchBatch> WatchAsync(WatchRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks that every watch with <see cref="WatchRequest.ProgressNotify"/> says how far it is, soon: a batch without events, whose revision
    /// is at least <see cref="CurrentRevision"/> as it is now, after the events up to it. False when the server cannot do that reliably
    /// (etcd before 3.4.25 and 3.5.8): nothing was asked.
    /// </summary>
    ValueTask<bool> RequestProgressAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Forgets history before <paramref name="revision"/>, which stays readable. Returns the store's revision.
    /// The embedded store also does this by itself.
    /// </summary>
    /// <exception cref="CompactedException">Already done up to there.</exception>
    /// <exception cref="StoreException">That revision is in the future.</exception>
    ValueTask<Revision> CompactAsync(Revision revision, CancellationToken cancellationToken = default);

    /// <summary>Makes a lease of <paramref name="ttl"/> (whole seconds, at least one), with the given identity or a new one. When it ends its keys are deleted, at one revision.</summary>
    /// <exception cref="StoreException">The identity is taken.</exception>
    ValueTask<LeaseStatus> GrantLeaseAsync(TimeSpan ttl, LeaseId id = default, CancellationToken cancellationToken = default);

    /// <summary>Ends a lease now; false when there is none.</summary>
    ValueTask<bool> RevokeLeaseAsync(LeaseId id, CancellationToken cancellationToken = default);

    /// <summary>Renews a lease once; its new remaining time, or null when there is none.</summary>
    ValueTask<TimeSpan?> KeepLeaseAliveAsync(LeaseId id, CancellationToken cancellationToken = default);

    /// <summary>A lease as it stands, or null.</summary>
    ValueTask<LeaseStatus?> GetLeaseAsync(LeaseId id, bool withKeys = false, CancellationToken cancellationToken = default);

    /// <summary>Every lease.</summary>
    ValueTask<IReadOnlyList<LeaseId>> ListLeasesAsync(CancellationToken cancellationToken = default);

    /// <summary>Size, revision and version.</summary>
    /// <exception cref="StoreException">The store cannot be reached: what a health check wants to know.</exception>
    ValueTask<StoreStatus> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes a consistent copy of the whole store, in the engine's own format, while it is in use.</summary>
    Task SnapshotAsync(Stream destination, CancellationToken cancellationToken = default);
}
