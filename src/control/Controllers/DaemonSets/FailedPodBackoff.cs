namespace Cybernetes.Controllers.DaemonSets;

/// <summary>How long failed pods of one set and node are left before they are replaced: 1 s, doubling to 15 minutes. Thread safe.</summary>
internal sealed class FailedPodBackoff(TimeProvider time)
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(15);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Since, TimeSpan Delay)> _entries = new(StringComparer.Ordinal);

    /// <summary>How long still to wait; null when it is time, which starts the next wait.</summary>
    public TimeSpan? DelayFor(string key)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_entries.TryGetValue(key, out var entry))
            {
                if (now - entry.Since < entry.Delay)
                {
                    return entry.Since + entry.Delay - now;
                }

                // Long quiet forgives.
                var next = now - entry.Since > 2 * _longest ? TimeSpan.FromSeconds(1) : entry.Delay * 2;
                _entries[key] = (now, next > _longest ? _longest : next);
                return null;
            }

            foreach (var old in _entries.Where(other => now - other.Value.Since > 2 * _longest).Select(other => other.Key).ToList())
            {
                _entries.Remove(old);
            }

            _entries[key] = (now, TimeSpan.FromSeconds(1));
            return null;
        }
    }
}
