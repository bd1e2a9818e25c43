namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>A token bucket for each key: so many a second, so many at once. The key unused for longest is forgotten beyond the capacity. Thread safe.</summary>
internal sealed class TokenBuckets(int perSecond, int burst, int capacity, TimeProvider time)
{
    private const int DefaultCapacity = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Bucket>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Bucket> _recent = [];
    private readonly int _capacity = capacity > 0 ? capacity : DefaultCapacity;

    /// <summary>Takes a token; false where there is none.</summary>
    public bool TryTake(string key)
    {
        lock (_lock)
        {
            var bucket = Find(key);
            var now = time.GetTimestamp();
            bucket.Tokens = Math.Min(burst, bucket.Tokens + (time.GetElapsedTime(bucket.Filled, now).TotalSeconds * perSecond));
            bucket.Filled = now;
            if (bucket.Tokens < 1)
            {
                return false;
            }
            bucket.Tokens--;
            return true;
        }
    }

    private Bucket Find(string key)
    {
        if (_byKey.TryGetValue(key, out var node))
        {
            _recent.Remove(node);
        }
        else
        {
            if (_byKey.Count >= _capacity)
            {
                _byKey.Remove(_recent.Last!.Value.Key);
                _recent.RemoveLast();
            }
            node = _byKey[key] = new(new(key, burst, time.GetTimestamp()));
        }
        _recent.AddFirst(node);
        return node.Value;
    }

    private sealed class Bucket(string key, double tokens, long filled)
    {
        public string Key => key;

        public double Tokens { get; set; } = tokens;

        public long Filled { get; set; } = filled;
    }
}
