using System.Buffers;
using System.Buffers.Binary;

namespace Cybernetes.Client.Streams.Spdy;

public sealed partial class SpdyConnection
{
    private readonly SpdyInflater _inflater = new();

    private async Task ReadLoopAsync()
    {
        try
        {
            var header = new byte[SpdyFrame.HeaderLength];
            while (await ReadHeaderAsync(header).ConfigureAwait(false))
            {
                var word = BinaryPrimitives.ReadUInt32BigEndian(header);
                var length = (int)(BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)) & SpdyFrame.MaxLength);
                if ((word & 0x8000_0000) == 0)
                {
                    await ReadDataAsync(word & 0x7fff_ffff, header[4], length).ConfigureAwait(false);
                    continue;
                }

                var payload = new byte[length];
                await _transport.ReadExactlyAsync(payload, _stop.Token).ConfigureAwait(false);
                if (!await HandleControlAsync((SpdyFrameType)(word & 0xffff), header[4], payload).ConfigureAwait(false))
                {
                    break;
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // A broken peer and a closed one end the same way for the streams.
        }
        finally
        {
            _accepted.Writer.TryComplete();
            foreach (var stream in _streams.Values)
            {
                stream.Abort();
            }

            _streams.Clear();
        }
    }

    private async ValueTask<bool> ReadHeaderAsync(byte[] header)
    {
        var read = await _transport.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, _stop.Token).ConfigureAwait(false);
        return read == header.Length ? true : read == 0 ? false : throw new EndOfStreamException();
    }

    private async ValueTask ReadDataAsync(uint id, byte flags, int length)
    {
        _streams.TryGetValue(id, out var stream);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Clamp(length, 1, 64 * 1024));
        try
        {
            while (length > 0)
            {
                var part = buffer.AsMemory(0, Math.Min(length, buffer.Length));
                await _transport.ReadExactlyAsync(part, _stop.Token).ConfigureAwait(false);
                length -= part.Length;
                if (stream is not null)
                {
                    await stream.ReceiveAsync(part, _stop.Token).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if ((flags & SpdyFrame.FlagFin) != 0)
        {
            stream?.ReceiveEnd();
        }
    }

    /// <summary>Returns false when the connection is over.</summary>
    private async ValueTask<bool> HandleControlAsync(SpdyFrameType type, byte flags, byte[] payload)
    {
        switch (type)
        {
            case SpdyFrameType.SynStream:
                await HandleSynStreamAsync(flags, payload).ConfigureAwait(false);
                break;
            case SpdyFrameType.SynReply:
                _inflater.Inflate(payload.AsSpan(4));
                if (_streams.TryGetValue(StreamId(payload), out var replied))
                {
                    replied.ReceiveReply();
                    if ((flags & SpdyFrame.FlagFin) != 0)
                    {
                        replied.ReceiveEnd();
                    }
                }

                break;
            case SpdyFrameType.Headers:
                // The shared compression state must see every block, wanted or not.
                _inflater.Inflate(payload.AsSpan(4));
                break;
            case SpdyFrameType.RstStream:
                if (_streams.TryRemove(StreamId(payload), out var reset))
                {
                    reset.Abort();
                }

                break;
            case SpdyFrameType.Ping:
                await HandlePingAsync(BinaryPrimitives.ReadUInt32BigEndian(payload)).ConfigureAwait(false);
                break;
            case SpdyFrameType.GoAway:
                // The peer opens no more streams; those open live on until they end.
                _accepted.Writer.TryComplete();
                return !_streams.IsEmpty;
            default:
                break;
        }

        return true;
    }

    private async ValueTask HandleSynStreamAsync(byte flags, byte[] payload)
    {
        var id = StreamId(payload);
        var headers = SpdyHeaderBlock.Decode(_inflater.Inflate(payload.AsSpan(10)));
        if (id == 0 || (id % 2 == 1) != _isServer || id <= _lastAccepted)
        {
            await SendResetAsync(id, SpdyResetStatus.ProtocolError, _stop.Token).ConfigureAwait(false);
            return;
        }

        _lastAccepted = id;
        var stream = new SpdyStream(this, id, headers);
        stream.ReceiveReply();
        _streams[id] = stream;
        if ((flags & SpdyFrame.FlagFin) != 0)
        {
            stream.ReceiveEnd();
        }

        await _writing.WaitAsync(_stop.Token).ConfigureAwait(false);
        try
        {
            var block = SpdyHeaderBlock.Encode([], first: !_headerSent);
            _headerSent = true;
            await _transport.WriteAsync(SpdyFrame.SynReply(id, block), _stop.Token).ConfigureAwait(false);
            await _transport.FlushAsync(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }

        _accepted.Writer.TryWrite(stream);
    }

    private async ValueTask HandlePingAsync(uint id)
    {
        if ((id % 2 == 1) == _isServer)
        {
            await SendAsync(PingFrame(id), _stop.Token).ConfigureAwait(false);
        }
        else if (_pings.TryGetValue(id, out var echo))
        {
            echo.TrySetResult();
        }
    }

    private static uint StreamId(byte[] payload) => payload.Length < 4
        ? throw new InvalidDataException("spdy: short frame")
        : BinaryPrimitives.ReadUInt32BigEndian(payload) & 0x7fff_ffff;
}
