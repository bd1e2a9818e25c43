using System.Buffers.Binary;

namespace Cybernetes.Client.Streams.Spdy;

/// <summary>Control frame types (SPDY/3.1 draft, 2.6).</summary>
internal enum SpdyFrameType : ushort
{
    SynStream = 1,
    SynReply = 2,
    RstStream = 3,
    Settings = 4,
    Ping = 6,
    GoAway = 7,
    Headers = 8,
    WindowUpdate = 9,
}

/// <summary>Encoders of the frames this implementation sends.</summary>
internal static class SpdyFrame
{
    public const int HeaderLength = 8;
    public const byte FlagFin = 0x01;
    public const byte FlagUnidirectional = 0x02;
    public const int MaxLength = 0xffffff;

    public static byte[] Control(SpdyFrameType type, byte flags, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeaderLength + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(frame, 0x8003);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)type);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)payload.Length);
        frame[4] = flags;
        payload.CopyTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    public static byte[] SynStream(uint id, byte flags, ReadOnlySpan<byte> headers)
    {
        var payload = new byte[10 + headers.Length];
        BinaryPrimitives.WriteUInt32BigEndian(payload, id);
        headers.CopyTo(payload.AsSpan(10));
        return Control(SpdyFrameType.SynStream, flags, payload);
    }

    public static byte[] SynReply(uint id, ReadOnlySpan<byte> headers)
    {
        var payload = new byte[4 + headers.Length];
        BinaryPrimitives.WriteUInt32BigEndian(payload, id);
        headers.CopyTo(payload.AsSpan(4));
        return Control(SpdyFrameType.SynReply, 0, payload);
    }

    public static byte[] TwoWords(SpdyFrameType type, uint first, uint second)
    {
        Span<byte> payload = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(payload, first);
        BinaryPrimitives.WriteUInt32BigEndian(payload[4..], second);
        return Control(type, 0, payload);
    }

    public static void DataHeader(Span<byte> header, uint id, byte flags, int length)
    {
        BinaryPrimitives.WriteUInt32BigEndian(header, id);
        BinaryPrimitives.WriteUInt32BigEndian(header[4..], (uint)length);
        header[4] = flags;
    }
}
