namespace Cybernetes.Store;

/// <summary>What to watch.</summary>
/// <param name="Range">The keys.</param>
/// <param name="FromRevision">
/// The first revision wanted, so after a list that answered revision R: R + 1. May lie in the future.
/// <see cref="Revision.None"/>: the one after the store's revision when the watch is started.
/// </param>
/// <param name="ProgressNotify">Also send batches without events that say how far the watch is (see <see cref="IStore.RequestProgressAsync"/>).</param>
/// <param name="PrevKv">Fill <see cref="StoreEvent.PrevKv"/>.</param>
public sealed record WatchRequest(KeyRange Range, Revision FromRevision = default, bool ProgressNotify = false, bool PrevKv = false);
