using Cybernetes.Store;

namespace Cybernetes.ApiServer.Registry;

/// <summary>
/// Leases for objects that end by themselves. Objects written close together share a lease, as upstream does, so that leases stay few; an object
/// lives at most a twentieth longer than asked. Thread safe.
/// </summary>
public sealed class SharedLeases(IStore store, TimeProvider time)
{
    private const int MaxObjects = 1000;

    private readonly SemaphoreSlim _one = new(1, 1);
    private LeaseId _lease;
    private TimeSpan _ttl;
    private DateTimeOffset _until;
    private int _objects;

    /// <summary>A lease that ends no sooner than a time to live from now.</summary>
    public async ValueTask<LeaseId> LeaseForAsync(TimeSpan ttl, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = time.GetUtcNow();
            if (_lease.IsNone || _ttl != ttl || now >= _until || ++_objects > MaxObjects)
            {
                var slack = TimeSpan.FromSeconds(Math.Ceiling(ttl.TotalSeconds / 20));
                _lease = (await store.GrantLeaseAsync(ttl + slack, cancellationToken: cancellationToken).ConfigureAwait(false)).Id;
                (_ttl, _until, _objects) = (ttl, now + slack, 1);
            }

            return _lease;
        }
        finally
        {
            _one.Release();
        }
    }
}
