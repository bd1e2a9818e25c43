namespace Cybernetes.Proxy.Host;

/// <summary>Keys that changed since they were last taken. Marking never waits and never forgets; taking waits for the first mark. Thread-safe.</summary>
internal sealed class DirtyKeys
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _any = new(0, 1);
    private HashSet<string> _keys = [];

    public void Mark(string key)
    {
        lock (_lock)
        {
            if (_keys.Add(key) && _keys.Count == 1)
            {
                _any.Release();
            }
        }
    }

    /// <summary>Everything marked; empty when nothing was within the patience.</summary>
    public async ValueTask<IReadOnlySet<string>> TakeAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await _any.WaitAsync(patience, cancellationToken);
        lock (_lock)
        {
            var taken = _keys;
            _keys = [];
            if (taken.Count > 0 && _any.CurrentCount > 0)
            {
                _any.Wait(0, CancellationToken.None);
            }

            return taken;
        }
    }
}
