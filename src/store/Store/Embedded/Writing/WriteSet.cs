namespace Cybernetes.Store.Embedded.Writing;

/// <summary>What one commit makes durable.</summary>
internal sealed class WriteSet
{
    /// <summary>New revisions.</summary>
    public List<WatchBatch> Batches { get; } = [];

    /// <summary>Row ids (<see cref="RowId"/>) of versions that compaction forgets.</summary>
    public List<long> Forgotten { get; } = [];

    /// <summary>New leases and their time to live in seconds.</summary>
    public List<(LeaseId Id, long Seconds)> Granted { get; } = [];

    /// <summary>Ended leases.</summary>
    public List<LeaseId> Revoked { get; } = [];

    /// <summary>The new compact revision and the revision at that time.</summary>
    public (long Compacted, long Revision)? Compaction { get; set; }

    public bool IsEmpty =>
        Batches.Count == 0 && Forgotten.Count == 0 && Granted.Count == 0 && Revoked.Count == 0 && Compaction is null;
}
