namespace Cybernetes.Store.Embedded.Writing;

/// <summary>Where commits become durable. Used by the writer's thread only, but for <see cref="CopyTo"/> and <see cref="Size"/>.</summary>
internal interface IHistoryFile : IDisposable
{
    /// <summary>Makes all of it durable or nothing.</summary>
    /// <exception cref="StoreException">Nothing was written; with <see cref="StoreError.Unavailable"/> it is not certain and the file is not to be written again.</exception>
    void Commit(WriteSet set);

    /// <summary>Gives some free room back to the file system; false when there is none left to give.</summary>
    bool Shrink();

    /// <summary>Bytes allocated, bytes in use.</summary>
    (long Allocated, long InUse) Size { get; }

    /// <summary>Writes a consistent copy to a new file.</summary>
    void CopyTo(string path);
}
