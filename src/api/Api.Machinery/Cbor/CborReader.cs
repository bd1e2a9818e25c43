using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// Reads CBOR (RFC 8949) into what JSON can hold, as upstream does (KEP-4222): byte strings are texts, or base64 and the like where a tag says so.
/// </summary>
public ref struct CborReader
{
    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _document;
    private int _at;

    private CborReader(ReadOnlySpan<byte> document) => _document = document;

    /// <summary>True for bytes that begin with the tag of self-described CBOR.</summary>
    public static bool IsCbor(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xd9, 0xd9, 0xf7]);

    /// <summary>Reads one document; anything after it is an error.</summary>
    /// <exception cref="WireException">The bytes are not CBOR, or say what JSON cannot.</exception>
    public static Value Read(ReadOnlySpan<byte> document)
    {
        var reader = new CborReader(document);
        try
        {
            var value = reader.Item();
            return reader._at == document.Length ? value : throw new WireException($"cbor: {document.Length - reader._at} bytes of extraneous data starting at index {reader._at}");
        }
        catch (DecoderFallbackException e)
        {
            throw new WireException($"cbor: invalid UTF-8 string before byte {reader._at}", e);
        }
        catch (InsufficientExecutionStackException e)
        {
            throw new WireException("cbor: exceeded max nested level", e);
        }
    }

    private Value Item()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var (major, info, argument) = Head();
        switch (major)
        {
            case 0:
                return argument <= long.MaxValue ? (long)argument : throw new WireException($"cbor: {argument} overflows a 64-bit signed integer");
            case 1:
                return argument <= long.MaxValue ? ~(long)argument : throw new WireException($"cbor: -1-{argument} overflows a 64-bit signed integer");
            case 2 or 3:
                return _strict.GetString(Bytes(major, info, argument));
            case 4:
                return List(info, argument);
            case 5:
                return Map(info, argument);
            case 6:
                return Tagged(argument);
            default:
                return Simple(info, argument);
        }
    }

    private Value List(int info, ulong count)
    {
        // Every item takes a byte at least, so a count beyond what is left is a lie.
        var items = new List<Value>();
        if (info == 31)
        {
            while (!Break())
            {
                items.Add(Item());
            }
        }
        else
        {
            CheckCount(count);
            for (ulong i = 0; i < count; i++)
            {
                items.Add(Item());
            }
        }

        return Value.List(items.ToValueList());
    }

    private Value Map(int info, ulong count)
    {
        var entries = new List<KeyValuePair<string, Value>>();
        var seen = new HashSet<string>();
        if (info != 31)
        {
            CheckCount(count);
        }

        for (ulong i = 0; info == 31 ? !Break() : i < count; i++)
        {
            var at = _at;
            var (major, keyInfo, length) = Head();
            var key = major is 2 or 3 ? _strict.GetString(Bytes(major, keyInfo, length)) : throw new WireException($"cbor: map key at byte {at} is not a string");
            if (!seen.Add(key))
            {
                throw new WireException($"cbor: found duplicate map key {GoText.Quote(key)} at map element index {i}");
            }

            entries.Add(new(key, Item()));
        }

        return Value.Map(ValueMap.Adopt(entries.ToArray()));
    }

    private Value Tagged(ulong tag)
    {
        if (tag == 55799)
        {
            return Item();
        }

        var at = _at;
        var (major, info, argument) = Head();
        switch (tag)
        {
            case 0 when major is 2 or 3:
                return Time.Parse(_strict.GetString(Bytes(major, info, argument))).ToString();
            case 21 when major == 2:
                return Convert.ToBase64String(Bytes(major, info, argument)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            case 22 when major == 2:
                return Convert.ToBase64String(Bytes(major, info, argument));
            case 23 when major == 2:
                return Convert.ToHexString(Bytes(major, info, argument)).ToLowerInvariant();
            default:
                throw new WireException($"cbor: unrecognized tag {tag} before byte {at}");
        }
    }

    private readonly Value Simple(int info, ulong argument) => info switch
    {
        20 => false,
        21 => true,
        22 => Value.Null,
        25 => Finite((double)BitConverter.UInt16BitsToHalf((ushort)argument)),
        26 => Finite(BitConverter.UInt32BitsToSingle((uint)argument)),
        27 => Finite(BitConverter.UInt64BitsToDouble(argument)),
        _ => throw new WireException($"cbor: unsupported simple value before byte {_at}"),
    };

    private static Value Finite(double number) => double.IsFinite(number) ? number : throw new WireException("cbor: NaN and infinities are not allowed");

    private ReadOnlySpan<byte> Bytes(int major, int info, ulong length)
    {
        if (info != 31)
        {
            return Take(length);
        }

        var parts = new MemoryStream();
        while (!Break())
        {
            var (partMajor, partInfo, partLength) = Head();
            if (partMajor != major || partInfo == 31)
            {
                throw new WireException($"cbor: wrong element type in indefinite-length string before byte {_at}");
            }

            parts.Write(Take(partLength));
        }

        return parts.ToArray();
    }

    private (int Major, int Info, ulong Argument) Head()
    {
        var first = Take(1)[0];
        var (major, info) = (first >> 5, first & 31);
        switch (info)
        {
            case < 24:
                return (major, info, (ulong)info);
            case 24:
                return (major, major == 7 ? -1 : info, Take(1)[0]);
            case 25:
                return (major, info, BinaryPrimitives.ReadUInt16BigEndian(Take(2)));
            case 26:
                return (major, info, BinaryPrimitives.ReadUInt32BigEndian(Take(4)));
            case 27:
                return (major, info, BinaryPrimitives.ReadUInt64BigEndian(Take(8)));
            case 31 when major is >= 2 and <= 5:
                return (major, info, 0);
            default:
                throw new WireException($"cbor: invalid additional information {info} for type {major} before byte {_at}");
        }
    }

    private bool Break()
    {
        if (_at < _document.Length && _document[_at] == 0xff)
        {
            _at++;
            return true;
        }

        return false;
    }

    private readonly void CheckCount(ulong count)
    {
        if (count > (ulong)(_document.Length - _at))
        {
            throw new WireException("cbor: unexpected EOF");
        }
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(_document.Length - _at))
        {
            throw new WireException("cbor: unexpected EOF");
        }

        var taken = _document.Slice(_at, (int)length);
        _at += (int)length;
        return taken;
    }
}
