using System.Buffers;
using System.Buffers.Binary;

namespace Cybernetes.Store.EtcdServer.Authority;

/// <summary>
/// What a client sends on an HTTP/2 connection, with every <c>:authority</c> that is a path repaired (<see cref="HeaderBlock"/>). Everything else goes through as
/// it came. Fed piece by piece.
/// </summary>
internal sealed class FrameRepair
{
    private const int PrefaceBytes = 24;
    private const int HeadBytes = 9;
    private const byte Headers = 1;
    private const byte Padded = 0x08;
    private const byte Priority = 0x20;
    private const int MaxFrame = 16384;
    private readonly byte[] _frame = new byte[HeadBytes + MaxFrame];
    private int _held;
    private int _through = PrefaceBytes;

    /// <summary>Takes what came; writes what goes on.</summary>
    public void Feed(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        while (!input.IsEmpty)
        {
            if (_through > 0)
            {
                var part = input[..Math.Min(_through, input.Length)];
                output.Write(part);
                _through -= part.Length;
                input = input[part.Length..];
                continue;
            }
            var wanted = _held < HeadBytes ? HeadBytes : HeadBytes + Length;
            var taken = Math.Min(wanted - _held, input.Length);
            input[..taken].CopyTo(_frame.AsSpan(_held));
            _held += taken;
            input = input[taken..];
            if (_held < HeadBytes)
            {
                continue;
            }
            if (_frame[3] != Headers || Length > MaxFrame)
            {
                output.Write(_frame.AsSpan(0, HeadBytes));
                _through = Length;
                _held = 0;
            }
            else if (_held == HeadBytes + Length)
            {
                WriteHeaders(output);
                _held = 0;
            }
        }
    }

    private int Length => (_frame[0] << 16) | (_frame[1] << 8) | _frame[2];

    private void WriteHeaders(IBufferWriter<byte> output)
    {
        var payload = _frame.AsSpan(HeadBytes, Length);
        var flags = _frame[4];
        var before = ((flags & Padded) != 0 ? 1 : 0) + ((flags & Priority) != 0 ? 5 : 0);
        var padding = (flags & Padded) != 0 && payload.Length > 0 ? payload[0] : 0;
        if (before + padding <= payload.Length &&
            HeaderBlock.Repair(payload[before..^padding]) is { } repaired && before + repaired.Length + padding <= MaxFrame)
        {
            Span<byte> head = stackalloc byte[HeadBytes];
            _frame.AsSpan(0, HeadBytes).CopyTo(head);
            BinaryPrimitives.WriteUInt16BigEndian(head[1..], (ushort)(before + repaired.Length + padding));
            output.Write(head);
            output.Write(payload[..before]);
            output.Write(repaired);
            output.Write(payload[^padding..]);
            return;
        }
        output.Write(_frame.AsSpan(0, HeadBytes + payload.Length));
    }
}
