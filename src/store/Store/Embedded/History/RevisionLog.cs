namespace Cybernetes.Store.Embedded.History;

/// <summary>
/// The batches of every revision from the compacted one to the newest, which all watchers read from: an event is held once whatever their
/// number. Revisions without a batch (changed before this process began and since compacted) are null. Locked: one writer, many readers.
/// </summary>
internal sealed class RevisionLog(long next)
{
    private readonly Lock _lock = new();
    private WatchBatch?[] _ring = new WatchBatch?[1024];
    private long _first = next;
    private long _next = next;

    /// <summary>The oldest revision held.</summary>
    public long First
    {
        get
        {
            lock (_lock)
            {
                return _first;
            }
        }
    }

    /// <summary>Appends the batch of its revision; revisions left out are empty.</summary>
    public void Append(WatchBatch batch)
    {
        lock (_lock)
        {
            var revision = batch.Revision.Value;
            if (_next == _first)
            {
                _first = _next = revision;
            }
            while (revision + 1 - _first > _ring.Length)
            {
                Grow();
            }
            _ring[revision & (_ring.Length - 1)] = batch;
            _next = revision + 1;
        }
    }

    /// <summary>Takes the oldest batch out if it is older than <paramref name="revision"/>.</summary>
    public bool TryTakeBefore(long revision, out WatchBatch? batch)
    {
        lock (_lock)
        {
            batch = null;
            if (_first >= revision || _first >= _next)
            {
                return false;
            }
            ref var slot = ref _ring[_first & (_ring.Length - 1)];
            batch = slot;
            slot = null;
            _first++;
            return true;
        }
    }

    /// <summary>Copies batches from <paramref name="from"/> on, up to <paramref name="to"/>, into the buffer; the revision after the last looked at.</summary>
    public long Read(long from, long to, WatchBatch?[] buffer, out int count)
    {
        lock (_lock)
        {
            count = 0;
            var revision = Math.Max(from, _first);
            for (; revision < _next && revision <= to && count < buffer.Length; revision++)
            {
                if (_ring[revision & (_ring.Length - 1)] is { } batch)
                {
                    buffer[count++] = batch;
                }
            }
            return revision > to || revision >= _next ? Math.Max(from, to + 1) : revision;
        }
    }

    private void Grow()
    {
        var larger = new WatchBatch?[_ring.Length * 2];
        for (var revision = _first; revision < _next; revision++)
        {
            larger[revision & (larger.Length - 1)] = _ring[revision & (_ring.Length - 1)];
        }
        _ring = larger;
    }
}
