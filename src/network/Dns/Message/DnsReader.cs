using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Cybernetes.Dns.Message;

/// <summary>Decodes messages. Anything malformed gives false, never an exception; work is bounded by the packet's length.</summary>
public ref struct DnsReader
{
    // A record takes at least 11 bytes; names may point back at most this often (RFC 1035 gives no limit, a sane name needs few).
    private const int MaxPointers = 64;
    private const int MaxNameBytes = 255;
    private readonly ReadOnlySpan<byte> _packet;
    private int _at;

    private DnsReader(ReadOnlySpan<byte> packet) => _packet = packet;

    /// <summary>Decodes one message.</summary>
    public static bool TryRead(ReadOnlySpan<byte> packet, out DnsMessage message)
    {
        var reader = new DnsReader(packet);
        return reader.TryReadMessage(out message);
    }

    private bool TryReadMessage(out DnsMessage message)
    {
        message = new DnsMessage();
        if (_packet.Length < 12)
        {
            return false;
        }

        var flags = U16(2);
        int questions = U16(4), answers = U16(6), authorities = U16(8), additionals = U16(10);
        _at = 12;

        // A count that cannot fit is refused before anything is allocated for it.
        if ((questions * 5) + ((answers + authorities + additionals) * 11) > _packet.Length - 12)
        {
            return false;
        }

        var asked = ImmutableArray.CreateBuilder<DnsQuestion>(questions);
        for (var i = 0; i < questions; i++)
        {
            if (!TryReadName(out var name) || _packet.Length - _at < 4)
            {
                return false;
            }

            asked.Add(new DnsQuestion(name, (DnsType)U16(_at), U16(_at + 2)));
            _at += 4;
        }

        DnsEdns? edns = null;
        var rcode = flags & 15;
        if (!TryReadSection(answers, out var answer, ref edns, ref rcode)
            || !TryReadSection(authorities, out var authority, ref edns, ref rcode)
            || !TryReadSection(additionals, out var additional, ref edns, ref rcode))
        {
            return false;
        }

        message = new DnsMessage
        {
            Id = U16(0),
            IsResponse = (flags & 0x8000) != 0,
            Opcode = (byte)((flags >> 11) & 15),
            Authoritative = (flags & 0x400) != 0,
            Truncated = (flags & 0x200) != 0,
            RecursionDesired = (flags & 0x100) != 0,
            RecursionAvailable = (flags & 0x80) != 0,
            AuthenticData = (flags & 0x20) != 0,
            CheckingDisabled = (flags & 0x10) != 0,
            Rcode = (DnsRcode)rcode,
            Questions = asked.MoveToImmutable(),
            Answers = answer,
            Authorities = authority,
            Additionals = additional,
            Edns = edns,
        };
        return true;
    }

    private readonly ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_packet[at..]);

    private readonly uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_packet[at..]);

    private bool TryReadSection(int count, out ImmutableArray<DnsRecord> section, ref DnsEdns? edns, ref int rcode)
    {
        section = [];
        if (count == 0)
        {
            return true;
        }

        var records = ImmutableArray.CreateBuilder<DnsRecord>(count);
        for (var i = 0; i < count; i++)
        {
            if (!TryReadName(out var name) || _packet.Length - _at < 10)
            {
                return false;
            }

            var type = (DnsType)U16(_at);
            var @class = U16(_at + 2);
            var ttl = U32(_at + 4);
            int length = U16(_at + 8);
            _at += 10;
            if (length > _packet.Length - _at)
            {
                return false;
            }

            var end = _at + length;
            if (type == DnsType.OPT)
            {
                edns = new DnsEdns(@class, (ttl & 0x8000) != 0, (byte)(ttl >> 16), _packet[_at..end].ToArray());
                rcode |= (int)(ttl >> 24) << 4;
            }
            else if (TryReadData(type, end) is { } data)
            {
                records.Add(new DnsRecord(name, type, ttl, data, @class));
            }
            else
            {
                return false;
            }

            _at = end;
        }

        section = records.Count == count ? records.MoveToImmutable() : records.ToImmutable();
        return true;
    }

    private DnsData? TryReadData(DnsType type, int end)
    {
        var length = end - _at;
        switch (type)
        {
            case DnsType.A:
                return length == 4 ? new AddressData(new IPAddress(_packet[_at..end])) : null;
            case DnsType.AAAA:
                return length == 16 ? new AddressData(new IPAddress(_packet[_at..end])) : null;
            case DnsType.CNAME or DnsType.NS or DnsType.PTR or DnsType.DNAME:
                return TryReadName(out var target) && _at == end ? new NameData(target) : null;
            case DnsType.SRV when length > 6:
                var (priority, weight, port) = (U16(_at), U16(_at + 2), U16(_at + 4));
                _at += 6;
                return TryReadName(out var server) && _at == end ? new SrvData(priority, weight, port, server) : null;
            case DnsType.MX when length > 2:
                var preference = U16(_at);
                _at += 2;
                return TryReadName(out var exchange) && _at == end ? new MxData(preference, exchange) : null;
            case DnsType.SOA:
                return TryReadName(out var primary) && TryReadName(out var mailbox) && _at + 20 == end
                    ? new SoaData(primary, mailbox, U32(_at), U32(_at + 4), U32(_at + 8), U32(_at + 12), U32(_at + 16)) : null;
            case DnsType.TXT:
                var strings = ImmutableArray.CreateBuilder<string>();
                while (_at < end)
                {
                    int one = _packet[_at++];
                    if (one > end - _at)
                    {
                        return null;
                    }

                    strings.Add(Encoding.Latin1.GetString(_packet.Slice(_at, one)));
                    _at += one;
                }

                return new TxtData(strings.ToImmutable());
            case DnsType.SRV or DnsType.MX:
                return null;
            default:
                return new RawData(_packet[_at..end].ToArray());
        }
    }

    private bool TryReadName(out string name)
    {
        name = ".";
        Span<char> text = stackalloc char[MaxNameBytes * 4];
        var length = 0;
        var at = _at;
        var pointers = 0;
        var wire = 1;
        while (true)
        {
            if (at >= _packet.Length)
            {
                return false;
            }

            int label = _packet[at++];
            if (label == 0)
            {
                break;
            }

            if ((label & 0xC0) == 0xC0)
            {
                if (at >= _packet.Length || ++pointers > MaxPointers)
                {
                    return false;
                }

                var to = ((label & 0x3F) << 8) | _packet[at++];
                if (pointers == 1)
                {
                    _at = at;
                }

                // A pointer leads backwards, so that names end.
                if (to >= at - 2)
                {
                    return false;
                }

                at = to;
                continue;
            }

            wire += label + 1;
            if ((label & 0xC0) != 0 || label > _packet.Length - at || wire > MaxNameBytes)
            {
                return false;
            }

            foreach (var b in _packet.Slice(at, label))
            {
                if (b is (byte)'.' or (byte)'\\')
                {
                    text[length++] = '\\';
                    text[length++] = (char)b;
                }
                else if (b is > 32 and < 127)
                {
                    text[length++] = (char)b;
                }
                else
                {
                    text[length++] = '\\';
                    text[length++] = (char)('0' + (b / 100));
                    text[length++] = (char)('0' + (b / 10 % 10));
                    text[length++] = (char)('0' + (b % 10));
                }
            }

            text[length++] = '.';
            at += label;
        }

        if (pointers == 0)
        {
            _at = at;
        }

        if (length > 0)
        {
            name = new string(text[..length]);
        }

        return true;
    }
}
