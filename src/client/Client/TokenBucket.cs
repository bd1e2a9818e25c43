namespace Cybernetes.Client;

/// <summary>Lets so many through per second, and a burst at first; who comes later waits in order. Thread safe.</summary>
public sealed class TokenBucket(double perSecond, int burst, TimeProvider time)
{
    private readonly Lock _gate = new();
    private double _tokens = burst;
    private long _at = time.GetTimestamp();

    /// <summary>Takes a token, which may be one of the future: returns how long to wait for it.</summary>
    public TimeSpan Reserve()
    {
        if (perSecond <= 0)
        {
            return TimeSpan.Zero;
        }

        lock (_gate)
        {
            Refill();
            _tokens--;
            return _tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_tokens / perSecond);
        }
    }

    /// <summary>Takes a token if there is one.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            Refill();
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }

    /// <summary>Waits for a token.</summary>
    public ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        var delay = Reserve();
        return delay <= TimeSpan.Zero ? ValueTask.CompletedTask : new(Task.Delay(delay, time, cancellationToken));
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(burst, _tokens + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
    }
}
