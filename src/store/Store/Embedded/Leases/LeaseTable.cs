namespace Cybernetes.Store.Embedded.Leases;

/// <summary>
/// The durable leases, when they end and which keys they hold. Ends are not stored: after a restart every lease lives its full time again,
/// as after a change of etcd's leader. Locked; the writer changes it after each commit.
/// </summary>
internal sealed class LeaseTable : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<LeaseId, Lease> _leases = [];
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private DateTimeOffset _due = DateTimeOffset.MaxValue;

    /// <param name="time">The clock.</param>
    /// <param name="expired">Called when a lease's time is over; it ends the lease through the writer.</param>
    public LeaseTable(TimeProvider time, Action<LeaseId> expired)
    {
        _time = time;
        _timer = time.CreateTimer(_ => Expire(expired), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    public bool Exists(LeaseId id)
    {
        lock (_lock)
        {
            return _leases.ContainsKey(id);
        }
    }

    public bool IsExpired(LeaseId id)
    {
        lock (_lock)
        {
            return _leases.TryGetValue(id, out var lease) && lease.Deadline <= _time.GetUtcNow();
        }
    }

    public void Add(LeaseId id, TimeSpan ttl)
    {
        lock (_lock)
        {
            var lease = new Lease(id, ttl, _time.GetUtcNow() + ttl);
            _leases.Add(id, lease);
            Schedule(lease.Deadline);
        }
    }

    public TimeSpan? Renew(LeaseId id)
    {
        lock (_lock)
        {
            if (!_leases.TryGetValue(id, out var lease))
            {
                return null;
            }
            lease.Deadline = _time.GetUtcNow() + lease.Ttl;
            return lease.Ttl;
        }
    }

    public void Remove(LeaseId id)
    {
        lock (_lock)
        {
            _leases.Remove(id);
        }
    }

    public StoreKey[] Keys(LeaseId id)
    {
        lock (_lock)
        {
            return _leases.TryGetValue(id, out var lease) ? [.. lease.Keys] : [];
        }
    }

    public LeaseStatus? Status(LeaseId id, bool withKeys)
    {
        lock (_lock)
        {
            if (!_leases.TryGetValue(id, out var lease))
            {
                return null;
            }
            var remaining = lease.Deadline - _time.GetUtcNow();
            return new LeaseStatus(id, lease.Ttl, remaining < TimeSpan.Zero ? TimeSpan.Zero : remaining, withKeys ? [.. lease.Keys.Order()] : []);
        }
    }

    public LeaseId[] List()
    {
        lock (_lock)
        {
            return [.. _leases.Keys.OrderBy(id => id.Value)];
        }
    }

    /// <summary>Follows a durable change of a key.</summary>
    public void Follow(StoreEvent change)
    {
        var from = change.PrevKv?.Lease ?? default;
        var to = change.Item.Lease;
        if (from == to)
        {
            return;
        }
        lock (_lock)
        {
            if (!from.IsNone && _leases.TryGetValue(from, out var old))
            {
                old.Keys.Remove(change.Item.Key);
            }
            if (!to.IsNone && _leases.TryGetValue(to, out var now))
            {
                now.Keys.Add(change.Item.Key);
            }
        }
    }

    /// <summary>Follows a key found when the store was opened.</summary>
    public void Attach(LeaseId id, StoreKey key)
    {
        lock (_lock)
        {
            if (_leases.TryGetValue(id, out var lease))
            {
                lease.Keys.Add(key);
            }
        }
    }

    private void Expire(Action<LeaseId> expired)
    {
        List<LeaseId> over;
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            over = [.. _leases.Values.Where(lease => lease.Deadline <= now).Select(lease => lease.Id)];
            _due = DateTimeOffset.MaxValue;
            foreach (var lease in _leases.Values)
            {
                // One that is over is looked at again soon, in case ending it fails (a full disk).
                Schedule(lease.Deadline <= now ? now + TimeSpan.FromSeconds(1) : lease.Deadline);
            }
        }
        over.ForEach(expired);
    }

    private void Schedule(DateTimeOffset at)
    {
        if (at < _due)
        {
            _due = at;
            var wait = at - _time.GetUtcNow();
            wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : wait;
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }
}
