using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>Reads a protobuf body field by field. Truncated input, wrong wire types and overlong numbers are refused by <see cref="WireException"/>.</summary>
public ref struct ProtoReader
{
    private readonly ReadOnlySpan<byte> _body;
    private int _position;
    private int _wireType;

    /// <summary>Starts on a body.</summary>
    public ProtoReader(ReadOnlySpan<byte> body) => _body = body;

    /// <summary>The number of the field at hand.</summary>
    public int Number { get; private set; }

    /// <summary>Reads a whole body as a message.</summary>
    /// <exception cref="WireException">The body cannot be read.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body)
        where T : IMessage<T>
    {
        try
        {
            var proto = new ProtoReader(body);
            return T.ReadProto(ref proto);
        }
        catch (InsufficientExecutionStackException e)
        {
            throw new WireException("proto: exceeded max depth", e);
        }
    }

    /// <summary>Moves to the next field; false at the end.</summary>
    public bool NextField()
    {
        if (_position >= _body.Length)
        {
            return false;
        }

        var tag = Varint();
        Number = (int)(tag >> 3);
        _wireType = (int)(tag & 7);
        return Number > 0 && tag <= uint.MaxValue ? true : throw new WireException($"proto: illegal tag {Number} (wire type {_wireType})");
    }

    /// <summary>Passes over the field at hand.</summary>
    public void Skip()
    {
        switch (_wireType)
        {
            case 0:
                Varint();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                Delimited();
                break;
            case 5:
                Take(4);
                break;
            default:
                throw new WireException($"proto: illegal wireType {_wireType} for field {Number}");
        }
    }

    /// <summary>The field as text.</summary>
    public string String()
    {
        var utf8 = Payload();
        if (utf8.Length <= 48 && Ascii.IsValid(utf8))
        {
            return StringPool.Shared.Get(utf8);
        }

        try
        {
            return _strict.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new WireException($"proto: invalid UTF-8 in field {Number}", e);
        }
    }

    /// <summary>The field as bytes, copied.</summary>
    public Bytes Bytes() => Machinery.Bytes.Copy(Payload());

    /// <summary>The field's bytes without a copy.</summary>
    public ReadOnlySpan<byte> Payload()
    {
        Expect(2);
        return Delimited();
    }

    /// <summary>The field as a whole number.</summary>
    public long Int64()
    {
        Expect(0);
        return (long)Varint();
    }

    /// <summary>The field as a 32-bit whole number; higher bits are dropped, as proto2 has it.</summary>
    public int Int32() => (int)Int64();

    /// <summary>The field as a truth value.</summary>
    public bool Boolean() => Int64() != 0;

    /// <summary>The field as a floating point number.</summary>
    public double Double()
    {
        Expect(1);
        return BinaryPrimitives.ReadDoubleLittleEndian(Take(8));
    }

    /// <summary>The field as a message.</summary>
    public T Message<T>()
        where T : IMessage<T>
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var inner = new ProtoReader(Payload());
        return T.ReadProto(ref inner);
    }

    /// <summary>The field as an entry of a map of texts.</summary>
    public KeyValuePair<string, string> StringEntry()
    {
        var entry = new ProtoReader(Payload());
        var (key, value) = ("", "");
        while (entry.NextField())
        {
            switch (entry.Number)
            {
                case 1:
                    key = entry.String();
                    break;
                case 2:
                    value = entry.String();
                    break;
                default:
                    entry.Skip();
                    break;
            }
        }

        return new(key, value);
    }

    /// <summary>The field as an entry of a map of bytes.</summary>
    public KeyValuePair<string, Bytes> BytesEntry()
    {
        var entry = new ProtoReader(Payload());
        var key = "";
        Bytes value = Machinery.Bytes.Adopt([]);
        while (entry.NextField())
        {
            switch (entry.Number)
            {
                case 1:
                    key = entry.String();
                    break;
                case 2:
                    value = entry.Bytes();
                    break;
                default:
                    entry.Skip();
                    break;
            }
        }

        return new(key, value);
    }

    /// <summary>The field as an entry of a map of messages.</summary>
    public KeyValuePair<string, T> MessageEntry<T>()
        where T : IMessage<T>
    {
        var entry = new ProtoReader(Payload());
        var key = "";
        var value = T.Empty;
        while (entry.NextField())
        {
            switch (entry.Number)
            {
                case 1:
                    key = entry.String();
                    break;
                case 2:
                    value = entry.Message<T>();
                    break;
                default:
                    entry.Skip();
                    break;
            }
        }

        return new(key, value);
    }

    /// <summary>Adds the field's whole number to a list, or all of them where the writer packed them.</summary>
    public void Int64s(ref ValueListBuilder<long> numbers)
    {
        if (_wireType != 2)
        {
            numbers.Add(Int64());
            return;
        }

        var packed = new ProtoReader(Delimited());
        while (packed._position < packed._body.Length)
        {
            numbers.Add((long)packed.Varint());
        }
    }

    /// <summary>Adds the field's 32-bit whole number to a list, or all of them where the writer packed them.</summary>
    public void Int32s(ref ValueListBuilder<int> numbers)
    {
        if (_wireType != 2)
        {
            numbers.Add(Int32());
            return;
        }

        var packed = new ProtoReader(Delimited());
        while (packed._position < packed._body.Length)
        {
            numbers.Add((int)packed.Varint());
        }
    }

    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    private readonly void Expect(int wireType)
    {
        if (_wireType != wireType)
        {
            throw new WireException($"proto: wrong wireType = {_wireType} for field {Number}");
        }
    }

    private ReadOnlySpan<byte> Delimited()
    {
        var length = Varint();
        return length <= (ulong)(_body.Length - _position) ? Take((int)length) : throw Truncated();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _body.Length - _position)
        {
            throw Truncated();
        }

        var taken = _body.Slice(_position, length);
        _position += length;
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (_position >= _body.Length)
            {
                throw Truncated();
            }

            var b = _body[_position++];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw new WireException("proto: integer overflow");
    }

    private readonly WireException Truncated() => new($"proto: unexpected EOF in field {Number} at byte {_position}");
}
