namespace Cybernetes.Store.Embedded.History;

/// <summary>What was found when the store was opened.</summary>
/// <param name="State">The newest state.</param>
/// <param name="Log">The revisions that watchers can still ask for.</param>
/// <param name="Leases">The leases and their time to live in seconds.</param>
/// <param name="Leased">The keys that hang on a lease.</param>
/// <param name="Garbage">Row ids a compaction that was cut short left behind.</param>
internal sealed record LoadedHistory(
    StoreState State,
    RevisionLog Log,
    IReadOnlyList<(LeaseId Id, long Seconds)> Leases,
    IReadOnlyList<KeyValue> Leased,
    IReadOnlyList<long> Garbage)
{
    public static LoadedHistory Empty => new(StoreState.Empty, new RevisionLog(StoreState.Empty.Revision + 1), [], [], []);
}
