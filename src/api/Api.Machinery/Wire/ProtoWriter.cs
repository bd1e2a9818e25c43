using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// Writes protobuf from the last byte to the first, so that every length is known when it is written: one pass, no size pass.
/// Callers write a message's fields from the highest number to the lowest, and lists and maps from their end.
/// </summary>
public ref struct ProtoWriter
{
    private byte[] _buffer;
    private int _start;

    /// <summary>Starts with room for <paramref name="capacity"/> bytes; grows as needed. Rents its buffer: call <see cref="Finish"/> once.</summary>
    public ProtoWriter(int capacity)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
        _start = _buffer.Length;
    }

    /// <summary>How many bytes stand so far; the difference of two readings is the length of what was written between.</summary>
    public readonly int Length => _buffer.Length - _start;

    /// <summary>The protobuf body of one message.</summary>
    public static byte[] ToArray(IMessage message)
    {
        var proto = new ProtoWriter(512);
        message.WriteProto(ref proto);
        return proto.Finish();
    }

    /// <summary>The bytes written; the writer is at its end.</summary>
    public byte[] Finish()
    {
        var bytes = _buffer.AsSpan(_start).ToArray();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = 0;
        return bytes;
    }

    /// <summary>Raw bytes, such as an encoding made earlier.</summary>
    public void Raw(scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>A field that is a text.</summary>
    public void String(int number, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Reserve(length));
        LengthAndTag(number, length);
    }

    /// <summary>A field that is bytes.</summary>
    public void Bytes(int number, scoped ReadOnlySpan<byte> bytes)
    {
        Raw(bytes);
        LengthAndTag(number, bytes.Length);
    }

    /// <summary>A field that is a whole number; negative ones take ten bytes, as proto2 has it.</summary>
    public void Int64(int number, long value)
    {
        Varint((ulong)value);
        Tag(number, 0);
    }

    /// <summary>A field that is a truth value.</summary>
    public void Boolean(int number, bool value)
    {
        Reserve(1)[0] = value ? (byte)1 : (byte)0;
        Tag(number, 0);
    }

    /// <summary>A field that is a 64-bit floating point number.</summary>
    public void Double(int number, double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Reserve(8), value);
        Tag(number, 1);
    }

    /// <summary>A field that is a message.</summary>
    public void Message<T>(int number, T message)
        where T : IMessage
    {
        var before = Length;
        message.WriteProto(ref this);
        LengthAndTag(number, Length - before);
    }

    /// <summary>A list of messages.</summary>
    public void Messages<T>(int number, ValueList<T> items)
        where T : IMessage
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            Message(number, items[i]);
        }
    }

    /// <summary>A list of texts.</summary>
    public void Strings(int number, ValueList<string> items)
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            String(number, items[i]);
        }
    }

    /// <summary>A map of texts.</summary>
    public void StringMap(int number, ValueMap<string> entries)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var before = Length;
            String(2, entries.Span[i].Value);
            String(1, entries.Span[i].Key);
            LengthAndTag(number, Length - before);
        }
    }

    /// <summary>A map of bytes.</summary>
    public void BytesMap(int number, ValueMap<Bytes> entries)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var before = Length;
            Bytes(2, entries.Span[i].Value.Span);
            String(1, entries.Span[i].Key);
            LengthAndTag(number, Length - before);
        }
    }

    /// <summary>A map of messages.</summary>
    public void MessageMap<T>(int number, ValueMap<T> entries)
        where T : IMessage
    {
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var before = Length;
            Message(2, entries.Span[i].Value);
            String(1, entries.Span[i].Key);
            LengthAndTag(number, Length - before);
        }
    }

    /// <summary>The length and tag of a field whose body of <paramref name="length"/> bytes has just been written.</summary>
    public void LengthAndTag(int number, int length)
    {
        Varint((ulong)length);
        Tag(number, 2);
    }

    private void Tag(int number, int wireType) => Varint((ulong)((number << 3) | wireType));

    private void Varint(ulong value)
    {
        if (value < 0x80)
        {
            Reserve(1)[0] = (byte)value;
            return;
        }

        var length = (70 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 7;
        var span = Reserve(length);
        for (var i = 0; i < length - 1; i++, value >>= 7)
        {
            span[i] = (byte)(value | 0x80);
        }

        span[length - 1] = (byte)value;
    }

    private Span<byte> Reserve(int length)
    {
        if (_start < length)
        {
            var used = Length;
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, used + length));
            _buffer.AsSpan(_start).CopyTo(larger.AsSpan(larger.Length - used));
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
            _start = larger.Length - used;
        }

        _start -= length;
        return _buffer.AsSpan(_start, length);
    }
}
