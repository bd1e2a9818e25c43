using System.Collections.Immutable;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns.Plugins;

/// <summary>Puts A and AAAA records of an answer in a random order, aliases first.</summary>
public sealed class LoadBalancePlugin(IDnsHandler next) : IDnsHandler
{
    /// <inheritdoc/>
    public async ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var reply = await next.ServeAsync(request, cancellationToken);
        return reply.Message.Answers.Length > 1 && request.Type is DnsType.A or DnsType.AAAA or DnsType.MX
            ? reply with { Message = reply.Message with { Answers = Shuffled(reply.Message.Answers) } }
            : reply;
    }

    private static ImmutableArray<DnsRecord> Shuffled(ImmutableArray<DnsRecord> records)
    {
        var addresses = records.Where(r => r.Type is DnsType.A or DnsType.AAAA or DnsType.MX).ToArray();
        Random.Shared.Shuffle(addresses);
        return [.. records.Where(r => r.Type is not (DnsType.A or DnsType.AAAA or DnsType.MX)), .. addresses];
    }
}
