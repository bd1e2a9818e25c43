using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Cybernetes.Dns.Message;

/// <summary>Encodes messages with name compression. What does not fit is left out and TC is set (RFC 2181, section 9).</summary>
public ref struct DnsWriter
{
    private const int OptBytes = 11;
    private const int MaxRemembered = 48;
    private readonly Span<byte> _buffer;
    private readonly int _limit;
    private readonly List<(string Name, int From, int Offset)> _remembered;
    private int _at;
    private bool _full;

    private DnsWriter(Span<byte> buffer, int limit)
    {
        _buffer = buffer;
        _limit = limit;
        _remembered = new(8);
    }

    /// <summary>
    /// Writes at most <paramref name="maxSize"/> bytes (and at most the buffer) and returns how many.
    /// A name that cannot be encoded ends the message the same way as a full buffer.
    /// </summary>
    public static int Write(DnsMessage message, Span<byte> buffer, int maxSize)
    {
        var options = message.Edns?.Options.Length ?? 0;
        var writer = new DnsWriter(buffer, Math.Min(buffer.Length, maxSize) - (message.Edns is null ? 0 : OptBytes + options));
        return writer.WriteMessage(message);
    }

    private int WriteMessage(DnsMessage message)
    {
        _at = 12;
        var questions = 0;
        foreach (var question in message.Questions)
        {
            WriteName(question.Name);
            U16((ushort)question.Type);
            U16(question.Class);
            questions += _full ? 0 : 1;
        }

        var answers = WriteSection(message.Answers);
        var authorities = WriteSection(message.Authorities);
        var cut = _full;
        var additionals = WriteSection(message.Additionals);
        if (message.Edns is { } edns)
        {
            _buffer[_at] = 0;
            BinaryPrimitives.WriteUInt16BigEndian(_buffer[(_at + 1)..], (ushort)DnsType.OPT);
            BinaryPrimitives.WriteUInt16BigEndian(_buffer[(_at + 3)..], edns.UdpSize);
            _buffer[_at + 5] = (byte)((int)message.Rcode >> 4);
            _buffer[_at + 6] = edns.Version;
            BinaryPrimitives.WriteUInt16BigEndian(_buffer[(_at + 7)..], (ushort)(edns.DnssecOk ? 0x8000 : 0));
            BinaryPrimitives.WriteUInt16BigEndian(_buffer[(_at + 9)..], (ushort)edns.Options.Length);
            edns.Options.Span.CopyTo(_buffer[(_at + OptBytes)..]);
            _at += OptBytes + edns.Options.Length;
        }

        var flags = (message.IsResponse ? 0x8000 : 0) | (message.Opcode << 11) | (message.Authoritative ? 0x400 : 0)
            | (message.Truncated || cut ? 0x200 : 0) | (message.RecursionDesired ? 0x100 : 0) | (message.RecursionAvailable ? 0x80 : 0)
            | (message.AuthenticData ? 0x20 : 0) | (message.CheckingDisabled ? 0x10 : 0) | ((int)message.Rcode & 15);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer, message.Id);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[2..], (ushort)flags);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[4..], (ushort)questions);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[6..], (ushort)answers);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[8..], (ushort)authorities);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[10..], (ushort)(additionals + (message.Edns is null ? 0 : 1)));
        return _at;
    }

    private int WriteSection(ImmutableArray<DnsRecord> records)
    {
        var written = 0;
        foreach (var record in records)
        {
            if (_full)
            {
                break;
            }

            var start = _at;
            var remembered = _remembered.Count;
            WriteRecord(record);
            if (_full)
            {
                _at = start;
                _remembered.RemoveRange(remembered, _remembered.Count - remembered);
                break;
            }

            written++;
        }

        return written;
    }

    private void WriteRecord(DnsRecord record)
    {
        WriteName(record.Name);
        U16((ushort)record.Type);
        U16(record.Class);
        U32(record.Ttl);
        var lengthAt = _at;
        U16(0);
        switch (record.Data)
        {
            case AddressData address:
                WriteAddress(address.Address);
                break;
            case NameData name:
                WriteName(name.Target);
                break;
            case SrvData srv:
                U16(srv.Priority);
                U16(srv.Weight);
                U16(srv.Port);
                WriteName(srv.Target, compress: false);
                break;
            case MxData mx:
                U16(mx.Preference);
                WriteName(mx.Exchange);
                break;
            case SoaData soa:
                WriteName(soa.PrimaryServer);
                WriteName(soa.Mailbox);
                U32(soa.Serial);
                U32(soa.Refresh);
                U32(soa.Retry);
                U32(soa.Expire);
                U32(soa.Minimum);
                break;
            case TxtData txt:
                foreach (var text in txt.Strings)
                {
                    var bytes = Encoding.Latin1.GetBytes(text);
                    Bytes([(byte)Math.Min(bytes.Length, 255)]);
                    Bytes(bytes.AsSpan(0, Math.Min(bytes.Length, 255)));
                }

                break;
            case RawData raw:
                Bytes(raw.Bytes.Span);
                break;
        }

        if (!_full)
        {
            BinaryPrimitives.WriteUInt16BigEndian(_buffer[lengthAt..], (ushort)(_at - lengthAt - 2));
        }
    }

    private void WriteAddress(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address.TryWriteBytes(bytes, out var length))
        {
            Bytes(bytes[..length]);
        }
    }

    private void WriteName(string name, bool compress = true)
    {
        var from = 0;
        while (from < name.Length && name != ".")
        {
            if (compress && Find(name.AsSpan(from)) is var offset and > 0)
            {
                U16((ushort)(0xC000 | offset));
                return;
            }

            if (_at < 0x3FFF && _remembered.Count < MaxRemembered)
            {
                _remembered.Add((name, from, _at));
            }

            from = WriteLabel(name, from);
            if (from < 0)
            {
                _full = true;
                return;
            }
        }

        Bytes([0]);
    }

    private readonly int Find(ReadOnlySpan<char> rest)
    {
        foreach (var (name, from, offset) in _remembered)
        {
            if (name.Length - from == rest.Length && name.AsSpan(from).SequenceEqual(rest))
            {
                return offset;
            }
        }

        return 0;
    }

    private int WriteLabel(string name, int from)
    {
        Span<byte> label = stackalloc byte[63];
        var length = 0;
        var i = from;
        for (; i < name.Length && name[i] != '.'; i++)
        {
            var c = name[i];
            if (c == '\\' && i + 1 < name.Length)
            {
                if (char.IsAsciiDigit(name[i + 1]))
                {
                    if (i + 3 >= name.Length || !byte.TryParse(name.AsSpan(i + 1, 3), out var value))
                    {
                        return -1;
                    }

                    c = (char)value;
                    i += 3;
                }
                else
                {
                    c = name[++i];
                }
            }

            if (length == 63 || c > 255)
            {
                return -1;
            }

            label[length++] = (byte)c;
        }

        if (length == 0)
        {
            return -1;
        }

        Bytes([(byte)length]);
        Bytes(label[..length]);
        return i + 1;
    }

    private void U16(ushort value)
    {
        if (Room(2))
        {
            BinaryPrimitives.WriteUInt16BigEndian(_buffer[_at..], value);
            _at += 2;
        }
    }

    private void U32(uint value)
    {
        if (Room(4))
        {
            BinaryPrimitives.WriteUInt32BigEndian(_buffer[_at..], value);
            _at += 4;
        }
    }

    private void Bytes(scoped ReadOnlySpan<byte> bytes)
    {
        if (Room(bytes.Length))
        {
            bytes.CopyTo(_buffer[_at..]);
            _at += bytes.Length;
        }
    }

    private bool Room(int bytes)
    {
        _full |= _limit - _at < bytes;
        return !_full;
    }
}
