namespace Cybernetes.Store;

/// <summary>
/// The asked revision, or the next one a watch must send, was compacted away. The reader lists again. A watcher that is slower than
/// history is kept ends with this too.
/// </summary>
public sealed class CompactedException(Revision compactRevision)
    : StoreException(StoreError.Compacted, "etcdserver: mvcc: required revision has been compacted")
{
    /// <summary>The oldest revision that can be read; <see cref="Revision.None"/> when the server did not say.</summary>
    public Revision CompactRevision { get; } = compactRevision;
}
