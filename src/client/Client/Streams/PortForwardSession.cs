using System.Globalization;
using Cybernetes.Client.Streams.Spdy;

namespace Cybernetes.Client.Streams;

/// <summary>
/// The client's end of port forwarding over SPDY (directly upgraded, or through a <see cref="WebSocketByteStream"/>): each forwarded
/// connection is a pair of streams. Thread-safe.
/// </summary>
public sealed class PortForwardSession(SpdyConnection connection) : IAsyncDisposable
{
    private int _nextRequest = -1;

    /// <summary>Ends when the server has closed the session.</summary>
    public Task Completion => connection.Completion;

    /// <summary>Opens a connection to a port of the pod: its bytes, and the stream in which the server would report a failure.</summary>
    public async Task<(SpdyStream Data, SpdyStream Error)> OpenAsync(int port, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _nextRequest).ToString(CultureInfo.InvariantCulture);
        var error = await connection.OpenAsync(Headers("error"), cancellationToken).ConfigureAwait(false);
        await error.CloseWriteAsync(cancellationToken).ConfigureAwait(false);
        var data = await connection.OpenAsync(Headers("data"), cancellationToken).ConfigureAwait(false);
        return (data, error);

        KeyValuePair<string, string>[] Headers(string type) =>
        [
            new(StreamProtocols.StreamType, type),
            new(StreamProtocols.Port, port.ToString(CultureInfo.InvariantCulture)),
            new(StreamProtocols.RequestId, id),
        ];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
