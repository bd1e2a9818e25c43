using System.Runtime.CompilerServices;
using Cybernetes.Store.Embedded.History;

namespace Cybernetes.Store.Embedded.Watching;

/// <summary>
/// Carries durable revisions to watchers. Nothing is queued per watcher: each has a place in the shared log, and the hub rings those whose
/// range a commit touches.
/// </summary>
internal sealed class WatchHub(RevisionLog log, long durable, long compacted)
{
    private const int Chunk = 256;
    private readonly Lock _lock = new();
    private readonly List<Watcher> _watchers = [];
    private long _durable = durable;
    private long _compacted = compacted;
    private Exception? _end;

    /// <summary>How many watches run.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _watchers.Count;
            }
        }
    }

    /// <summary>Tells the watchers of newly durable revisions, already in the log.</summary>
    public void Publish(IReadOnlyList<WatchBatch> batches, long durable)
    {
        lock (_lock)
        {
            _durable = durable;
            foreach (var watcher in _watchers)
            {
                if (watcher.IsPending)
                {
                    continue;
                }
                if (FirstTouched(batches, watcher) is { } first)
                {
                    watcher.Next = first;
                    watcher.IsPending = true;
                    watcher.Ring();
                }
                else
                {
                    watcher.Next = Math.Max(watcher.Next, durable + 1);
                }
            }
        }
    }

    /// <summary>Ends the watchers that still need what is older than <paramref name="compacted"/>.</summary>
    public void Compact(long compacted)
    {
        lock (_lock)
        {
            _compacted = compacted;
        }
    }

    /// <summary>Makes the watchers that want it say how far they are.</summary>
    public void RequestProgress(bool onlyIfMoved)
    {
        lock (_lock)
        {
            foreach (var watcher in _watchers)
            {
                if (watcher.Request.ProgressNotify && !(onlyIfMoved && watcher.Told >= _durable))
                {
                    watcher.OwesProgress = true;
                    watcher.Ring();
                }
            }
        }
    }

    /// <summary>Ends every watch.</summary>
    public void Stop(Exception reason)
    {
        lock (_lock)
        {
            _end = reason;
            _watchers.ForEach(watcher =>
            {
                watcher.End = reason;
                watcher.Ring();
            });
        }
    }

    public async IAsyncEnumerable<WatchBatch> WatchAsync(WatchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watcher = Add(request);
        try
        {
            var buffer = new WatchBatch?[Chunk];
            while (true)
            {
                await watcher.WaitAsync(cancellationToken).ConfigureAwait(false);
                bool more;
                do
                {
                    more = Take(watcher, buffer, out var count, out var progress);
                    for (var i = 0; i < count; i++)
                    {
                        if (Cut(buffer[i]!, request) is { } batch)
                        {
                            cancellationToken.ThrowIfCancellationRequested();
                            yield return batch;
                        }
                    }
                    if (progress > 0)
                    {
                        yield return new WatchBatch(new Revision(progress), []);
                    }
                }
                while (more);
            }
        }
        finally
        {
            lock (_lock)
            {
                _watchers.Remove(watcher);
            }
        }
    }

    private Watcher Add(WatchRequest request)
    {
        lock (_lock)
        {
            if (_end is not null)
            {
                throw _end;
            }
            var next = request.FromRevision.IsNone ? _durable + 1 : request.FromRevision.Value;
            var watcher = new Watcher(request, next) { IsPending = next <= _durable };
            if (watcher.IsPending)
            {
                watcher.Ring();
            }
            _watchers.Add(watcher);
            return watcher;
        }
    }

    /// <summary>Reads on for a watcher. True when there is more to read at once.</summary>
    private bool Take(Watcher watcher, WatchBatch?[] buffer, out int count, out long progress)
    {
        lock (_lock)
        {
            if (watcher.End is not null)
            {
                throw watcher.End;
            }
            count = 0;
            progress = 0;
            if (watcher.IsPending)
            {
                if (watcher.Next < _compacted)
                {
                    throw new CompactedException(new Revision(_compacted));
                }
                watcher.Next = log.Read(watcher.Next, _durable, buffer, out count);
                watcher.IsPending = watcher.Next <= _durable;
            }
            if (watcher.IsPending)
            {
                return true;
            }
            if (count > 0)
            {
                watcher.Told = buffer[count - 1]!.Revision.Value;
            }
            if (watcher.OwesProgress && watcher.Next == _durable + 1)
            {
                watcher.OwesProgress = false;
                watcher.Told = progress = _durable;
            }
            return false;
        }
    }

    /// <summary>The first revision of the batches that a watcher wants, if any.</summary>
    private static long? FirstTouched(IReadOnlyList<WatchBatch> batches, Watcher watcher)
    {
        foreach (var batch in batches)
        {
            if (batch.Revision.Value < watcher.Next)
            {
                continue;
            }
            foreach (var change in batch.Events)
            {
                if (watcher.Request.Range.Contains(change.Item.Key))
                {
                    return batch.Revision.Value;
                }
            }
        }
        return null;
    }

    /// <summary>The part of a batch that a watch wants: the batch itself when it wants all.</summary>
    private static WatchBatch? Cut(WatchBatch batch, WatchRequest request)
    {
        var events = batch.Events;
        if (events.Count == 1)
        {
            return request.Range.Contains(events[0].Item.Key) ? batch : null;
        }
        var wanted = events.Where(change => request.Range.Contains(change.Item.Key)).ToArray();
        return wanted.Length == 0 ? null : wanted.Length == events.Count ? batch : new WatchBatch(batch.Revision, wanted);
    }
}
