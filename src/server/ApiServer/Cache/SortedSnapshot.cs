namespace Cybernetes.ApiServer.Cache;

/// <summary>
/// The objects of one resource at one revision, in key order. Immutable: a change copies one chunk and the list of chunks, so a reader keeps
/// its snapshot as long as it likes and a writer never waits.
/// </summary>
public sealed class SortedSnapshot
{
    private const int ChunkSize = 256;

    private readonly StoredObject[][] _chunks;

    private SortedSnapshot(StoredObject[][] chunks, int count)
    {
        _chunks = chunks;
        Count = count;
    }

    /// <summary>Nothing.</summary>
    public static SortedSnapshot Empty { get; } = new([], 0);

    /// <summary>How many objects.</summary>
    public int Count { get; }

    /// <summary>A snapshot of objects that are in key order.</summary>
    public static SortedSnapshot FromSorted(IReadOnlyList<StoredObject> objects) =>
        new([.. objects.Chunk(ChunkSize / 2)], objects.Count);

    /// <summary>The object of a key, or null.</summary>
    public StoredObject? Find(string key)
    {
        var at = FindChunk(key);
        if (at < 0)
        {
            return null;
        }

        var index = Search(_chunks[at], key);
        return index >= 0 ? _chunks[at][index] : null;
    }

    /// <summary>A snapshot in which the object stands under its key.</summary>
    public SortedSnapshot With(StoredObject item)
    {
        if (_chunks.Length == 0)
        {
            return new([[item]], 1);
        }

        var at = Math.Max(0, FindChunk(item.Key));
        var chunk = _chunks[at];
        var index = Search(chunk, item.Key);
        if (index >= 0)
        {
            StoredObject[] replaced = [.. chunk];
            replaced[index] = item;
            return new(Replace(at, replaced), Count);
        }

        StoredObject[] grown = [.. chunk.AsSpan(0, ~index), item, .. chunk.AsSpan(~index)];
        return new(grown.Length <= ChunkSize ? Replace(at, grown) : Replace(at, grown[..(ChunkSize / 2)], grown[(ChunkSize / 2)..]), Count + 1);
    }

    /// <summary>A snapshot without a key.</summary>
    public SortedSnapshot Without(string key)
    {
        var at = FindChunk(key);
        var index = at < 0 ? -1 : Search(_chunks[at], key);
        if (index < 0)
        {
            return this;
        }

        var chunk = _chunks[at];
        return chunk.Length == 1
            ? new([.. _chunks.AsSpan(0, at), .. _chunks.AsSpan(at + 1)], Count - 1)
            : new(Replace(at, [.. chunk.AsSpan(0, index), .. chunk.AsSpan(index + 1)]), Count - 1);
    }

    /// <summary>The objects whose keys begin with a prefix, from a key on.</summary>
    public IEnumerable<StoredObject> Range(string prefix, string from = "")
    {
        var start = string.CompareOrdinal(from, prefix) > 0 ? from : prefix;
        for (var at = Math.Max(0, FindChunk(start)); at < _chunks.Length; at++)
        {
            var chunk = _chunks[at];
            var index = Search(chunk, start);
            for (var i = index < 0 ? ~index : index; i < chunk.Length; i++)
            {
                if (!chunk[i].Key.StartsWith(prefix, StringComparison.Ordinal))
                {
                    yield break;
                }

                yield return chunk[i];
            }
        }
    }

    /// <summary>The last chunk that begins at or before the key; -1 where the key is before all.</summary>
    private int FindChunk(string key)
    {
        var (low, high) = (0, _chunks.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(_chunks[middle][0].Key, key) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    private static int Search(StoredObject[] chunk, string key)
    {
        var (low, high) = (0, chunk.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(chunk[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    private StoredObject[][] Replace(int at, params ReadOnlySpan<StoredObject[]> with) =>
        [.. _chunks.AsSpan(0, at), .. with, .. _chunks.AsSpan(at + 1)];
}
