namespace Cybernetes.Store;

/// <summary>
/// The events of one revision, whole, or none: progress. Immutable; every watcher of an embedded store whose range covers all of the
/// revision gets the same object.
/// </summary>
/// <param name="Revision">The revision. Every event up to and including it has now been delivered.</param>
/// <param name="Events">In the order they were done; empty: progress.</param>
public sealed record WatchBatch(Revision Revision, IReadOnlyList<StoreEvent> Events)
{
    /// <summary>Whether this only says how far the watch is.</summary>
    public bool IsProgress => Events.Count == 0;
}
