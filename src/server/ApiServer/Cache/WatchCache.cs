using Cybernetes.Store;

namespace Cybernetes.ApiServer.Cache;

/// <summary>
/// One resource in memory: a snapshot that is swapped with every change, and the last changes in a ring. Watchers read the ring at their own
/// pace; nobody queues for them. A watcher that falls off the ring's end has been too slow and is ended. One writer, any number of readers.
/// </summary>
public sealed class WatchCache(string resource, int capacity = WatchCache.DefaultCapacity)
{
    /// <summary>How many changes are kept for watchers.</summary>
    public const int DefaultCapacity = 4096;

    private readonly CacheEvent?[] _ring = new CacheEvent?[capacity];
    private readonly Lock _subscribersLock = new();
    private TaskCompletionSource _changed = NewSignal();
    private SortedSnapshot _snapshot = SortedSnapshot.Empty;
    private long _written;
    private Revision _startedAt;
    private Action<CacheEvent>[] _subscribers = [];

    /// <summary>The resource, for messages.</summary>
    public string Resource { get; } = resource;

    /// <summary>The objects as of now.</summary>
    public SortedSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>How many changes were ever written: the place after the newest.</summary>
    public long Position => Volatile.Read(ref _written);

    /// <summary>Completes at the next change.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <summary>Fills the cache with what the store holds at a revision; before any watcher.</summary>
    public void Load(SortedSnapshot snapshot, Revision revision)
    {
        _startedAt = revision;
        Volatile.Write(ref _snapshot, snapshot);
    }

    /// <summary>Takes in a change, in order. Called by one thread.</summary>
    public void Apply(Revision revision, string key, StoredObject? item)
    {
        var old = _snapshot.Find(key);
        if (old is null && item is null)
        {
            return;
        }

        var change = new CacheEvent(revision, old, item);
        lock (_subscribersLock)
        {
            Volatile.Write(ref _snapshot, item is null ? _snapshot.Without(key) : _snapshot.With(item));
            Volatile.Write(ref _ring[_written % _ring.Length], change);
            Volatile.Write(ref _written, _written + 1);
            foreach (var subscriber in _subscribers)
            {
                subscriber(change);
            }
        }

        Interlocked.Exchange(ref _changed, NewSignal()).SetResult();
    }

    /// <summary>
    /// Reads the next change at a watcher's place. False: nothing new yet.
    /// </summary>
    /// <exception cref="WatcherTooSlowException">The place fell off the ring.</exception>
    public bool TryRead(ref long position, out CacheEvent change)
    {
        change = null!;
        if (position >= Position)
        {
            return false;
        }

        var found = Volatile.Read(ref _ring[position % _ring.Length]);
        if (found is null || Position - position > _ring.Length)
        {
            throw new WatcherTooSlowException();
        }

        change = found;
        position++;
        return true;
    }

    /// <summary>The snapshot and the place after it, as one.</summary>
    public (SortedSnapshot Snapshot, long Position) Now()
    {
        lock (_subscribersLock)
        {
            return (_snapshot, _written);
        }
    }

    /// <summary>The place of the first change after a revision; null where the ring no longer reaches back so far, with the oldest it reaches.</summary>
    public long? PositionAfter(Revision revision, out Revision oldest)
    {
        var end = Position;
        var start = Math.Max(0, end - _ring.Length);
        oldest = start == 0 ? _startedAt : Volatile.Read(ref _ring[start % _ring.Length])!.Revision;
        if (revision < oldest)
        {
            return null;
        }

        var (low, high) = (start, end);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Volatile.Read(ref _ring[middle % _ring.Length])!.Revision > revision)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>Calls for every object there is and then for every change, in order, one at a time, until disposed. The callee must be quick.</summary>
    public IDisposable Subscribe(Action<CacheEvent> changed)
    {
        lock (_subscribersLock)
        {
            foreach (var item in _snapshot.Range(""))
            {
                changed(new CacheEvent(item.Revision, null, item));
            }

            _subscribers = [.. _subscribers, changed];
        }

        return new Subscription(this, changed);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Subscription(WatchCache cache, Action<CacheEvent> changed) : IDisposable
    {
        public void Dispose()
        {
            lock (cache._subscribersLock)
            {
                cache._subscribers = [.. cache._subscribers.Where(each => each != changed)];
            }
        }
    }
}
