namespace Cybernetes.Store;

/// <summary>
/// One version of a key. Immutable and shared: every get, range and watch of an embedded store hands out the same reference, so
/// it may be used as the identity of the version (for example as the key of a cache of decoded objects).
/// </summary>
public sealed class KeyValue
{
    /// <summary>The key.</summary>
    public required StoreKey Key { get; init; }

    /// <summary>The stored bytes; empty in a delete event.</summary>
    public ReadOnlyMemory<byte> Value { get; init; }

    /// <summary>When the key was created; <see cref="Revision.None"/> in a delete event.</summary>
    public Revision CreateRevision { get; init; }

    /// <summary>When this version was written (in a delete event: when it was deleted).</summary>
    public Revision ModRevision { get; init; }

    /// <summary>1 for a just created key, one more with every write; 0 in a delete event.</summary>
    public long Version { get; init; }

    /// <summary>The lease whose end deletes the key.</summary>
    public LeaseId Lease { get; init; }

    /// <summary>The version before this one while history is kept; owned by the embedded store's index.</summary>
    internal KeyValue? Older { get; set; }

    /// <summary>The position inside the transaction that wrote it.</summary>
    internal int Sub { get; init; }

    internal bool IsTombstone => Version == 0;

    /// <summary>For debuggers and test failures.</summary>
    public override string ToString() => $"{Key} @{ModRevision} v{Version} ({Value.Length} bytes)";
}
