using Cybernetes.Store.Embedded.Index;

namespace Cybernetes.Store.Embedded.Writing;

/// <summary>The transactions that will be committed together, applied to a tree nobody sees yet.</summary>
internal sealed class Group(StoreState from)
{
    public KeyTreeEditor Editor { get; } = new(from.Tree);

    /// <summary>The newest revision, made here or before.</summary>
    public long Revision { get; private set; } = from.Revision;

    public long Compacted { get; } = from.Compacted;

    /// <summary>The revisions made here.</summary>
    public List<WatchBatch> Batches { get; } = [];

    /// <summary>Who waits for them, with the answer.</summary>
    public List<(TxnWrite Request, TxnResult Result)> Waiting { get; } = [];

    /// <summary>Bytes of new keys and values.</summary>
    public long Bytes { get; private set; }

    /// <summary>Closes a revision.</summary>
    public void Add(WatchBatch batch)
    {
        Revision = batch.Revision.Value;
        Batches.Add(batch);
        foreach (var change in batch.Events)
        {
            Bytes += change.Item.Key.Length + change.Item.Value.Length;
        }
    }
}
