using System.IO.Pipelines;

namespace Cybernetes.Client.Streams;

/// <summary>One channel of a <see cref="ChannelSocket"/> as a byte stream. One reader and one writer at a time.</summary>
public sealed class SocketChannel : Stream
{
    private const int MaxMessage = 32 * 1024;
    private const int BufferLimit = 1 << 20;

    private readonly ChannelSocket _owner;
    private readonly byte _number;
    private readonly Pipe _received = new(new PipeOptions(pauseWriterThreshold: BufferLimit, resumeWriterThreshold: BufferLimit / 2, useSynchronizationContext: false));
    private readonly Stream _reader;
    private int _ended;

    internal SocketChannel(ChannelSocket owner, byte number)
    {
        (_owner, _number) = (owner, number);
        _reader = _received.Reader.AsStream();
    }

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

    /// <summary>Tells the peer that nothing more follows in this channel; v4 has no way to say so.</summary>
    public ValueTask CloseWriteAsync(CancellationToken cancellationToken = default) => _owner.SendCloseAsync(_number, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _reader.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            var part = buffer[..Math.Min(buffer.Length, MaxMessage)];
            await _owner.SendAsync(_number, part, cancellationToken).ConfigureAwait(false);
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
        // Every message is sent as it is written.
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    internal async ValueTask ReceiveAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _ended) == 0)
        {
            await _received.Writer.WriteAsync(data, cancellationToken).ConfigureAwait(false);
        }
    }

    internal void ReceiveEnd()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _received.Writer.Complete();
        }
    }
}
