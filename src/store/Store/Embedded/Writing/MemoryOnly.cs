namespace Cybernetes.Store.Embedded.Writing;

/// <summary>No file: what is committed lives as long as the process. For tests.</summary>
internal sealed class MemoryOnly(Func<StoreState> state) : IHistoryFile
{
    private long _bytes;

    public (long Allocated, long InUse) Size => (_bytes, _bytes);

    public void Commit(WriteSet set)
    {
        foreach (var batch in set.Batches)
        {
            foreach (var change in batch.Events)
            {
                _bytes += change.Item.Key.Length + change.Item.Value.Length - (change.PrevKv?.Value.Length ?? 0);
            }
        }
    }

    public bool Shrink() => false;

    public void CopyTo(string path) => Sqlite.HistoryExport.Write(path, state());

    public void Dispose()
    {
    }
}
