using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Cybernetes.Client.Streams.Spdy;

/// <summary>
/// One end of a SPDY/3.1 connection as Kubernetes uses it for exec, attach and port-forward: many byte streams over one. Like upstream's
/// peers it neither sends nor heeds WINDOW_UPDATE; a reader that falls behind holds up the whole connection once its buffer is full.
/// Owns the transport. Thread-safe.
/// </summary>
public sealed partial class SpdyConnection : IAsyncDisposable
{
    private readonly Stream _transport;
    private readonly bool _isServer;
    private readonly ConcurrentDictionary<uint, SpdyStream> _streams = new();
    private readonly ConcurrentDictionary<uint, TaskCompletionSource> _pings = new();
    private readonly Channel<SpdyStream> _accepted = Channel.CreateUnbounded<SpdyStream>(new() { SingleWriter = true });
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;
    private uint _nextId;
    private uint _nextPing;
    private uint _lastAccepted;
    private bool _headerSent;

    private SpdyConnection(Stream transport, bool isServer)
    {
        _transport = transport;
        _isServer = isServer;
        _nextId = isServer ? 2u : 1u;
        _nextPing = isServer ? 2u : 1u;
        _reading = Task.Run(ReadLoopAsync);
    }

    /// <summary>Speaks SPDY over <paramref name="transport"/>, which has just been upgraded, and starts reading from it.</summary>
    public static SpdyConnection Start(Stream transport, bool isServer) => new(transport, isServer);

    /// <summary>Ends when the peer has closed the connection or it broke; never faults.</summary>
    public Task Completion => _reading;

    /// <summary>The streams the peer opens, already replied to; ends with the connection.</summary>
    public IAsyncEnumerable<SpdyStream> AcceptAllAsync(CancellationToken cancellationToken = default) =>
        _accepted.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Opens a stream and waits for the peer's reply; throws <see cref="IOException"/> when it refuses or the connection ends.</summary>
    public async ValueTask<SpdyStream> OpenAsync(IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken = default)
    {
        SpdyStream stream;
        var list = headers.ToList();
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The identifier and the header block must reach the wire in the same order, so both are made under the write lock.
            stream = new SpdyStream(this, _nextId, new SpdyHeaders(list));
            _nextId += 2;
            _streams[stream.Id] = stream;
            var block = SpdyHeaderBlock.Encode(list, first: !_headerSent);
            _headerSent = true;
            await _transport.WriteAsync(SpdyFrame.SynStream(stream.Id, 0, block), cancellationToken).ConfigureAwait(false);
            await _transport.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }

        if (_reading.IsCompleted)
        {
            stream.Abort();
        }

        await stream.Replied.WaitAsync(cancellationToken).ConfigureAwait(false);
        return stream;
    }

    /// <summary>Sends a ping and waits for its echo.</summary>
    public async Task PingAsync(CancellationToken cancellationToken = default)
    {
        var id = Interlocked.Add(ref _nextPing, 2) - 2;
        var echo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _pings[id] = echo;
        try
        {
            await SendAsync(PingFrame(id), cancellationToken).ConfigureAwait(false);
            if (await Task.WhenAny(echo.Task, _reading).WaitAsync(cancellationToken).ConfigureAwait(false) != echo.Task)
            {
                throw new IOException("connection closed");
            }
        }
        finally
        {
            _pings.TryRemove(id, out _);
        }
    }

    /// <summary>Says goodbye (GOAWAY) and closes the transport; open streams end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        try
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await SendAsync(SpdyFrame.TwoWords(SpdyFrameType.GoAway, _lastAccepted, 0), timeout.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The peer has already gone.
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await _transport.DisposeAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
    }

    internal async ValueTask SendDataAsync(uint id, ReadOnlyMemory<byte> data, bool fin, CancellationToken cancellationToken)
    {
        var header = new byte[SpdyFrame.HeaderLength];
        SpdyFrame.DataHeader(header, id, fin ? SpdyFrame.FlagFin : (byte)0, data.Length);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // A frame must not be cut in half by a cancellation: once begun it is written.
            await _transport.WriteAsync(header, _stop.Token).ConfigureAwait(false);
            await _transport.WriteAsync(data, _stop.Token).ConfigureAwait(false);
            await _transport.FlushAsync(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    internal ValueTask SendResetAsync(uint id, SpdyResetStatus status, CancellationToken cancellationToken) =>
        SendAsync(SpdyFrame.TwoWords(SpdyFrameType.RstStream, id, (uint)status), cancellationToken);

    internal void Forget(uint id) => _streams.TryRemove(id, out _);

    private async ValueTask SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _transport.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
            await _transport.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private static byte[] PingFrame(uint id)
    {
        var payload = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(payload, id);
        return SpdyFrame.Control(SpdyFrameType.Ping, 0, payload);
    }
}
