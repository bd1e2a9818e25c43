namespace Cybernetes.Informers.Queue;

/// <summary>
/// Keys to be worked on: each is there at most once, is never worked on by two at a time, and comes again when it was added while worked on.
/// Keys may come later (<see cref="AddAfter"/>) or after a back-off that doubles with each failure (<see cref="AddRateLimited"/>).
/// Idle it costs nothing: one timer, armed for the earliest key. Thread safe.
/// </summary>
public sealed class WorkQueue<TKey> : IDisposable
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Queue<TKey> _ready = new();
    private readonly Dictionary<TKey, long> _dirty = [];
    private readonly HashSet<TKey> _processing = [];
    private readonly Dictionary<TKey, DateTimeOffset> _due = [];
    private readonly PriorityQueue<TKey, DateTimeOffset> _delayed = new();
    private readonly Dictionary<TKey, int> _failures = [];
    private readonly SemaphoreSlim _available = new(0);
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly QueueMetrics? _metrics;
    private DateTimeOffset _armed = DateTimeOffset.MaxValue;
    private bool _disposed;

    /// <summary>An empty queue.</summary>
    public WorkQueue(TimeProvider time, QueueMetrics? metrics = null)
    {
        (_time, _metrics) = (time, metrics);
        _timer = time.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The back-off after the first failure.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>The longest back-off.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(1000);

    /// <summary>How many keys are ready.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _ready.Count;
            }
        }
    }

    /// <summary>True when nothing is ready, delayed or worked on.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _dirty.Count == 0 && _processing.Count == 0 && _due.Count == 0;
            }
        }
    }

    /// <summary>Adds a key.</summary>
    public void Add(TKey key)
    {
        lock (_gate)
        {
            AddLocked(key);
        }
    }

    /// <summary>Adds a key after a delay; of several delays the shortest counts.</summary>
    public void AddAfter(TKey key, TimeSpan delay)
    {
        lock (_gate)
        {
            if (delay <= TimeSpan.Zero)
            {
                AddLocked(key);
                return;
            }

            var due = _time.GetUtcNow() + delay;
            if (_due.TryGetValue(key, out var known) && known <= due)
            {
                return;
            }

            _due[key] = due;
            _delayed.Enqueue(key, due);
            if (due < _armed)
            {
                Arm(due);
            }
        }
    }

    /// <summary>Adds a key after a back-off that doubles each time until <see cref="Forget"/>.</summary>
    public void AddRateLimited(TKey key)
    {
        _metrics?.Retried();
        TimeSpan delay;
        lock (_gate)
        {
            var failures = _failures.GetValueOrDefault(key);
            _failures[key] = failures + 1;
            delay = TimeSpan.FromTicks((long)Math.Min(MaxDelay.Ticks, BaseDelay.Ticks * Math.Pow(2, failures)));
        }

        AddAfter(key, delay);
    }

    /// <summary>Ends a key's back-off.</summary>
    public void Forget(TKey key)
    {
        lock (_gate)
        {
            _failures.Remove(key);
        }
    }

    /// <summary>How often a key has been added after a back-off.</summary>
    public int Requeues(TKey key)
    {
        lock (_gate)
        {
            return _failures.GetValueOrDefault(key);
        }
    }

    /// <summary>Takes the next key; call <see cref="Done"/> when its work is over.</summary>
    public async ValueTask<TKey> TakeAsync(CancellationToken cancellationToken)
    {
        await _available.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            var key = _ready.Dequeue();
            _processing.Add(key);
            _dirty.Remove(key, out var since);
            _metrics?.Taken(_ready.Count, _time.GetElapsedTime(since));
            return key;
        }
    }

    /// <summary>Ends the work on a key.</summary>
    public void Done(TKey key)
    {
        lock (_gate)
        {
            _processing.Remove(key);
            if (_dirty.ContainsKey(key))
            {
                Ready(key);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _timer.Dispose();
    }

    private void AddLocked(TKey key)
    {
        if (_disposed || !_dirty.TryAdd(key, _time.GetTimestamp()))
        {
            return;
        }

        _metrics?.Added();
        if (!_processing.Contains(key))
        {
            Ready(key);
        }
    }

    private void Ready(TKey key)
    {
        _ready.Enqueue(key);
        _metrics?.Depth(_ready.Count);
        _available.Release();
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            _armed = DateTimeOffset.MaxValue;
            var now = _time.GetUtcNow();
            while (_delayed.TryPeek(out var key, out var due))
            {
                // An entry whose key has an earlier due time, or none, is left over.
                if (!_due.TryGetValue(key, out var actual) || actual != due)
                {
                    _delayed.Dequeue();
                    continue;
                }

                if (due > now)
                {
                    Arm(due);
                    return;
                }

                _delayed.Dequeue();
                _due.Remove(key);
                AddLocked(key);
            }
        }
    }

    private void Arm(DateTimeOffset due)
    {
        if (_disposed)
        {
            return;
        }

        _armed = due;
        var delay = due - _time.GetUtcNow();
        // Timers count whole milliseconds; rounding up avoids waking just before the time. Their range ends at 49 days.
        var wait = delay <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(delay.TotalMilliseconds), 86_400_000d * 40));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
