using System.Net;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Server;

/// <summary>From the bytes of a query to the bytes of its answer; the same for every transport. A pure function of the configuration.</summary>
internal static class DnsResponder
{
    private const int HeaderBytes = 12;
    private const ushort OwnUdpSize = 1232;

    /// <summary>
    /// Decodes a query. Null when there is nothing to ask the chain: then <paramref name="length"/> bytes of
    /// <paramref name="answer"/> are the answer at once, or, with 0, there is none (never an answer to an answer).
    /// </summary>
    public static DnsRequest? Decode(ReadOnlySpan<byte> packet, IPEndPoint remote, string protocol, Span<byte> answer, out int length)
    {
        length = 0;
        if (packet.Length < HeaderBytes || (packet[2] & 0x80) != 0)
        {
            return null;
        }

        if (!DnsReader.TryRead(packet, out var message) || message.Questions.Length != 1)
        {
            length = Refuse(packet, DnsRcode.FORMERR, answer);
            return null;
        }

        if (message.Opcode != 0)
        {
            length = Refuse(packet, DnsRcode.NOTIMP, answer);
            return null;
        }

        if (message.Edns is { Version: not 0 })
        {
            length = DnsWriter.Write(message.Reply(DnsRcode.BADVERS) with { Edns = new DnsEdns(OwnUdpSize) }, answer, 512);
            return null;
        }

        return new DnsRequest(message, remote, protocol, packet.Length);
    }

    /// <summary>Writes the answer, no larger than the client can take.</summary>
    public static int Encode(DnsRequest request, DnsMessage reply, Span<byte> answer)
    {
        var asked = request.Message.Edns;
        var size = request.Protocol == "tcp" ? 65535 : Math.Max((int)(asked?.UdpSize ?? 512), 512);
        return DnsWriter.Write(
            reply with
            {
                Id = request.Message.Id,
                Questions = request.Message.Questions,
                Edns = asked is null ? null : new DnsEdns(asked.UdpSize, asked.DnssecOk),
                Rcode = asked is null ? (DnsRcode)((int)reply.Rcode & 15) : reply.Rcode,
            }, answer, size);
    }

    // Only the header comes back: the answer is never larger than the question.
    private static int Refuse(ReadOnlySpan<byte> packet, DnsRcode rcode, Span<byte> answer)
    {
        packet[..HeaderBytes].CopyTo(answer);
        answer[2] = (byte)(0x80 | (packet[2] & 0x79));
        answer[3] = (byte)rcode;
        answer[4..HeaderBytes].Clear();
        return HeaderBytes;
    }
}
