namespace Cybernetes.Store.Etcd;

/// <summary>The members, and which of them is used: one until it fails, then the next. Thread-safe.</summary>
internal sealed class EndpointRing : IDisposable
{
    private readonly Endpoint[] _endpoints;
    private int _current;

    public EndpointRing(EtcdOptions options)
    {
        if (options.Endpoints.Count == 0)
        {
            throw new StoreException(StoreError.Invalid, "no etcd endpoint given");
        }
        _endpoints = [.. options.Endpoints.Select(url => new Endpoint(url, options))];
        _current = Random.Shared.Next(_endpoints.Length);
    }

    public int Count => _endpoints.Length;

    public Endpoint Current => _endpoints[Volatile.Read(ref _current)];

    /// <summary>Moves on, unless somebody else already has.</summary>
    public void Leave(Endpoint failed)
    {
        var index = Array.IndexOf(_endpoints, failed);
        Interlocked.CompareExchange(ref _current, (index + 1) % _endpoints.Length, index);
    }

    public void Dispose() => Array.ForEach(_endpoints, endpoint => endpoint.Dispose());
}
