using System.IO.Pipelines;

namespace Cybernetes.Client.Streams.Spdy;

/// <summary>
/// One stream of a <see cref="SpdyConnection"/>: duplex, each direction closed on its own. Reading returns 0 once the peer has finished or
/// reset it. One reader and one writer at a time; disposing resets whatever is still open.
/// </summary>
public sealed class SpdyStream : Stream
{
    private const int MaxFrame = 32 * 1024;
    private const int BufferLimit = 1 << 20;

    private readonly SpdyConnection _connection;
    private readonly Pipe _received = new(new PipeOptions(pauseWriterThreshold: BufferLimit, resumeWriterThreshold: BufferLimit / 2, useSynchronizationContext: false));
    private readonly Stream _reader;
    private readonly TaskCompletionSource _replied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    internal SpdyStream(SpdyConnection connection, uint id, SpdyHeaders headers)
    {
        (_connection, Id, Headers) = (connection, id, headers);
        _reader = _received.Reader.AsStream();
    }

    [Flags]
    private enum State
    {
        WriteClosed = 1,
        ReadEnded = 2,
        Aborted = 4,
        ReaderGone = 8,
    }

    /// <summary>The stream's number within its connection.</summary>
    public uint Id { get; }

    /// <summary>The headers it was opened with.</summary>
    public SpdyHeaders Headers { get; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    internal Task Replied => _replied.Task;

    /// <summary>Tells the peer that nothing more will be written; reading goes on.</summary>
    public async ValueTask CloseWriteAsync(CancellationToken cancellationToken = default)
    {
        if ((Set(State.WriteClosed) & (State.WriteClosed | State.Aborted)) == 0)
        {
            await _connection.SendDataAsync(Id, ReadOnlyMemory<byte>.Empty, fin: true, cancellationToken).ConfigureAwait(false);
            ForgetWhenDone();
        }
    }

    /// <summary>Ends both directions at once and tells the peer.</summary>
    public async ValueTask ResetAsync(SpdyResetStatus status = SpdyResetStatus.Cancel, CancellationToken cancellationToken = default)
    {
        var before = Set(State.Aborted);
        Abort();
        if ((Set(State.ReaderGone) & State.ReaderGone) == 0)
        {
            // Frees the connection's read loop should it wait for room in this stream's buffer.
            await _received.Reader.CompleteAsync().ConfigureAwait(false);
        }

        _connection.Forget(Id);
        if ((before & State.Aborted) == 0 && (before & (State.WriteClosed | State.ReadEnded)) != (State.WriteClosed | State.ReadEnded))
        {
            await _connection.SendResetAsync(Id, status, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ((State)Volatile.Read(ref _state) & State.ReaderGone) != 0 ? ValueTask.FromResult(0) : _reader.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            if (((State)Volatile.Read(ref _state) & (State.WriteClosed | State.Aborted)) != 0)
            {
                throw new IOException("stream closed");
            }

            var part = buffer[..Math.Min(buffer.Length, MaxFrame)];
            await _connection.SendDataAsync(Id, part, fin: false, cancellationToken).ConfigureAwait(false);
            buffer = buffer[part.Length..];
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("asynchronous only");

    /// <inheritdoc/>
    public override void Flush()
    {
        // Every frame is flushed as it is written.
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            await ResetAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The connection has gone, and the stream with it.
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    internal void ReceiveReply() => _replied.TrySetResult();

    internal async ValueTask ReceiveAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        if (((State)Volatile.Read(ref _state) & (State.ReadEnded | State.Aborted)) != 0)
        {
            return;
        }

        try
        {
            await _received.Writer.WriteAsync(data, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // Reset from this side at the same moment: nobody waits for these bytes.
        }
    }

    internal void ReceiveEnd()
    {
        if ((Set(State.ReadEnded) & State.ReadEnded) == 0)
        {
            _received.Writer.Complete();
            ForgetWhenDone();
        }
    }

    internal void Abort()
    {
        Set(State.Aborted);
        ReceiveEnd();
        _replied.TrySetException(new IOException("stream reset"));
        _ = _replied.Task.Exception;
    }

    private State Set(State flag) => (State)Interlocked.Or(ref _state, (int)flag);

    private void ForgetWhenDone()
    {
        const State Both = State.WriteClosed | State.ReadEnded;
        if (((State)Volatile.Read(ref _state) & Both) == Both)
        {
            _connection.Forget(Id);
        }
    }
}
