using Microsoft.Extensions.Logging;

namespace Cybernetes.Store.Etcd;

/// <summary>The members, and which of them is used: one until it fails, then the next. Thread-safe.</summary>
internal sealed class EndpointRing : IDisposable
{
    private readonly Endpoint[] _endpoints;
    private readonly ILogger _logger;
    private int _current;

    public EndpointRing(EtcdOptions options)
    {
        if (options.Endpoints.Count == 0)
        {
            throw new StoreException(StoreError.Invalid, "no etcd endpoint given");
        }
        _endpoints = [.. options.Endpoints.Select(url => new Endpoint(url, options))];
        _logger = options.Logger;
        _current = Random.Shared.Next(_endpoints.Length);
    }

    public int Count => _endpoints.Length;

    public Endpoint Current => _endpoints[Volatile.Read(ref _current)];

    /// <summary>Moves on, unless somebody else already has.</summary>
    public void Leave(Endpoint failed, string reason)
    {
        var index = Array.IndexOf(_endpoints, failed);
        if (Interlocked.CompareExchange(ref _current, (index + 1) % _endpoints.Length, index) == index)
        {
            _logger.Left(failed.Url, reason);
        }
    }

    public void Dispose() => Array.ForEach(_endpoints, endpoint => endpoint.Dispose());
}
