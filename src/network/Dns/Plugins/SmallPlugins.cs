using System.Collections.Immutable;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins;

/// <summary>The end of every chain: nobody answered.</summary>
internal sealed class LastHandler : IDnsHandler
{
    public static readonly LastHandler Instance = new();

    public ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken) =>
        new(DnsReply.Failed(request, DnsRcode.SERVFAIL, "no next plugin found"));
}

/// <summary>Says who asks, from where: "whoami".</summary>
internal sealed class WhoamiPlugin : IDnsHandler
{
    public ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var name = request.Message.Question.Name;
        return new(new DnsReply(request.Message.Reply() with
        {
            Authoritative = true,
            Additionals =
            [
                DnsRecord.Address(name, 0, request.Remote.Address),
                new DnsRecord($"_{request.Protocol}." + (name == "." ? "" : name), DnsType.SRV, 0, new SrvData(0, 0, (ushort)request.Remote.Port, ".")),
            ],
        }));
    }
}

/// <summary>Answers ANY queries with a single record (RFC 8482).</summary>
internal sealed class AnyPlugin(IDnsHandler next) : IDnsHandler
{
    private static readonly byte[] Hinfo = [8, .. "ANY obso"u8, 18, .. "See RFC 8482 \0\0\0\0\0"u8];

    public ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken) =>
        request.Type == DnsType.ANY
            ? new(new DnsReply(request.Message.Reply() with
            {
                Answers = [new DnsRecord(request.Message.Question.Name, DnsType.HINFO, 8482, new RawData(Hinfo))],
            }))
            : next.ServeAsync(request, cancellationToken);
}

/// <summary>Leaves authority and additional records out of positive answers.</summary>
internal sealed class MinimalPlugin(IDnsHandler next) : IDnsHandler
{
    public async ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var reply = await next.ServeAsync(request, cancellationToken);
        return reply.Message.Rcode == DnsRcode.NOERROR && !reply.Message.Answers.IsEmpty
            ? reply with { Message = reply.Message with { Authorities = ImmutableArray<DnsRecord>.Empty, Additionals = ImmutableArray<DnsRecord>.Empty } }
            : reply;
    }
}

/// <summary>Lowers the UDP size that clients announce: "bufsize SIZE".</summary>
internal sealed class BufsizePlugin(ushort size, IDnsHandler next) : IDnsHandler
{
    public ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken) =>
        next.ServeAsync(
            request.Message.Edns is { } edns && edns.UdpSize > size
                ? request with { Message = request.Message with { Edns = edns with { UdpSize = size } } }
                : request,
            cancellationToken);
}
