using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Cybernetes.Client.Streams;

/// <summary>
/// The v4 and v5 channel protocols of exec and attach over a WebSocket: each binary message starts with the number of the channel its
/// bytes belong to. Symmetric: either end may hold one. A channel that is not read is buffered up to 1 MiB, then holds up the others.
/// </summary>
public sealed class ChannelSocket : IAsyncDisposable
{
    /// <summary>Client to server: standard input.</summary>
    public const byte Stdin = 0;

    /// <summary>Server to client: standard output.</summary>
    public const byte Stdout = 1;

    /// <summary>Server to client: standard error.</summary>
    public const byte Stderr = 2;

    /// <summary>Server to client: one Status at the end.</summary>
    public const byte Error = 3;

    /// <summary>Client to server: terminal sizes, one JSON object each.</summary>
    public const byte Resize = 4;

    /// <summary>v5: the next byte names a channel in which nothing follows.</summary>
    public const byte Close = 255;

    private readonly WebSocket _socket;
    private readonly bool _canClose;
    private readonly ConcurrentDictionary<byte, SocketChannel> _channels = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;
    private int _ended;

    private ChannelSocket(WebSocket socket)
    {
        _socket = socket;
        _canClose = socket.SubProtocol == StreamProtocols.RemoteCommandV5;
        _reading = Task.Run(ReadLoopAsync);
    }

    /// <summary>Takes over an open socket, whose negotiated subprotocol decides between v4 and v5, and starts reading from it.</summary>
    public static ChannelSocket Start(WebSocket socket) => new(socket);

    /// <summary>Ends when the peer has closed the socket or it broke; never faults.</summary>
    public Task Completion => _reading;

    /// <summary>The stream of channel <paramref name="number"/>: reading ends when the peer closes it or the socket.</summary>
    public SocketChannel this[byte number]
    {
        get
        {
            var channel = _channels.GetOrAdd(number, static (n, owner) => new SocketChannel(owner, n), this);
            if (Volatile.Read(ref _ended) != 0)
            {
                channel.ReceiveEnd();
            }

            return channel;
        }
    }

    /// <summary>Closes the socket normally.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await AnswerCloseAsync().ConfigureAwait(false);
            await _reading.WaitAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The peer has already gone, or does not answer the close.
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _reading.ConfigureAwait(false);
    }

    internal async ValueTask SendAsync(byte channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        var message = ArrayPool<byte>.Shared.Rent(data.Length + 1);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            message[0] = channel;
            data.CopyTo(message.AsMemory(1));
            await _socket.SendAsync(message.AsMemory(0, data.Length + 1), WebSocketMessageType.Binary, true, cancellationToken).ConfigureAwait(false);
        }
        catch (WebSocketException e)
        {
            throw new IOException(e.Message, e);
        }
        finally
        {
            _writing.Release();
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    internal ValueTask SendCloseAsync(byte channel, CancellationToken cancellationToken) =>
        _canClose ? SendAsync(Close, new[] { channel }, cancellationToken) : ValueTask.CompletedTask;

    private async Task AnswerCloseAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _writing.WaitAsync(timeout.Token).ConfigureAwait(false);
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", timeout.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadLoopAsync()
    {
        var buffer = new byte[64 * 1024];
        var atStart = true;
        byte channel = 0;
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token).ConfigureAwait(false);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    await AnswerCloseAsync().ConfigureAwait(false);
                    return;
                }

                var data = buffer.AsMemory(0, result.Count);
                if (atStart && data.Length > 0)
                {
                    channel = data.Span[0];
                    data = data[1..];
                }

                atStart = result.EndOfMessage;
                if (channel == Close && _canClose)
                {
                    if (data.Length > 0)
                    {
                        this[data.Span[0]].ReceiveEnd();
                    }
                }
                else if (data.Length > 0 && channel <= Resize)
                {
                    await this[channel].ReceiveAsync(data, _stop.Token).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // A broken socket and a closed one end the same way for the channels.
        }
        finally
        {
            Volatile.Write(ref _ended, 1);
            foreach (var open in _channels.Values)
            {
                open.ReceiveEnd();
            }
        }
    }
}
