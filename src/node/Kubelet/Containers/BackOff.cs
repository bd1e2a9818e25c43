using System.Collections.Concurrent;

namespace Cybernetes.Kubelet.Containers;

/// <summary>Waiting times that double with every failure of a key, up to a limit, and are forgotten after twice the limit. Thread-safe.</summary>
internal sealed class BackOff(TimeSpan initial, TimeSpan limit, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (TimeSpan Wait, DateTimeOffset At)> _entries = new();

    /// <summary>The time to wait after the last failure; zero for a key that has not failed.</summary>
    public TimeSpan Get(string key) => _entries.TryGetValue(key, out var entry) ? entry.Wait : TimeSpan.Zero;

    /// <summary>How long the key has still to wait, counted from <paramref name="since"/>; zero when it need not.</summary>
    public TimeSpan Remaining(string key, DateTimeOffset since)
    {
        if (!_entries.TryGetValue(key, out var entry) || since - entry.At > 2 * limit)
        {
            return TimeSpan.Zero;
        }

        var left = since + entry.Wait - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>How long the key has still to wait, counted from its last failure.</summary>
    public TimeSpan Remaining(string key) => _entries.TryGetValue(key, out var entry) ? Remaining(key, entry.At) : TimeSpan.Zero;

    /// <summary>Notes a failure at <paramref name="at"/>.</summary>
    public void Next(string key, DateTimeOffset at) => _entries.AddOrUpdate(
        key,
        _ => (initial, at),
        (_, before) => at - before.At > 2 * limit ? (initial, at) : (before.Wait * 2 < limit ? before.Wait * 2 : limit, at));

    /// <summary>Forgets keys that last failed long ago.</summary>
    public void Collect()
    {
        foreach (var (key, entry) in _entries)
        {
            if (time.GetUtcNow() - entry.At > 2 * limit)
            {
                _entries.TryRemove(key, out _);
            }
        }
    }
}
