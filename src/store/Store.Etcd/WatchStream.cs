using Grpc.Core;

namespace Cybernetes.Store.Etcd;

/// <summary>One stream to one member that carries one watch. Fragments are put together; writes take turns.</summary>
internal sealed class WatchStream : IDisposable
{
    private readonly AsyncDuplexStreamingCall<Protocol.WatchRequest, Protocol.WatchResponse> _call;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private WatchStream(Endpoint endpoint, CancellationToken cancellationToken)
    {
        Endpoint = endpoint;
        // A member cut off from its leader ends the stream instead of keeping silent.
        _call = endpoint.Watch.Watch(new Metadata { { "hasleader", "true" } }, cancellationToken: cancellationToken);
    }

    public Endpoint Endpoint { get; }

    public static async Task<WatchStream> OpenAsync(Endpoint endpoint, WatchRequest request, Revision from, CancellationToken cancellationToken)
    {
        var stream = new WatchStream(endpoint, cancellationToken);
        try
        {
            var (key, end) = Wire.Range(request.Range);
            await stream.WriteAsync(
                new Protocol.WatchRequest
                {
                    CreateRequest = new Protocol.WatchCreateRequest
                    {
                        Key = key,
                        RangeEnd = end,
                        StartRevision = from.Value,
                        ProgressNotify = request.ProgressNotify,
                        PrevKv = request.PrevKv,
                        Fragment = true,
                    },
                },
                cancellationToken).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Asks how far the watch is.</summary>
    public Task RequestProgressAsync(CancellationToken cancellationToken) =>
        WriteAsync(new Protocol.WatchRequest { ProgressRequest = new Protocol.WatchProgressRequest() }, cancellationToken);

    /// <summary>The next whole answer; null at the end of the stream.</summary>
    public async Task<Protocol.WatchResponse?> ReadAsync(CancellationToken cancellationToken)
    {
        Protocol.WatchResponse? whole = null;
        while (await _call.ResponseStream.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            var part = _call.ResponseStream.Current;
            if (whole is null)
            {
                whole = part;
            }
            else
            {
                whole.Events.AddRange(part.Events);
            }
            if (!part.Fragment)
            {
                return whole;
            }
        }
        return null;
    }

    public void Dispose() => _call.Dispose();

    private async Task WriteAsync(Protocol.WatchRequest request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _call.RequestStream.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
