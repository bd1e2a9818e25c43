using System.Net;
using Cybernetes.Dns.Message;

namespace Cybernetes.Dns;

/// <summary>A query on its way through the plugins.</summary>
public sealed record DnsRequest(DnsMessage Message, IPEndPoint Remote, string Protocol, int Size)
{
    /// <summary>The name asked for, in lower case.</summary>
    public string Name { get; private init; } = Message.Question.Name.ToLowerInvariant();

    /// <summary>The type asked for.</summary>
    public DnsType Type => Message.Question.Type;

    /// <summary>The zone of the server block that answers.</summary>
    public string Zone { get; init; } = ".";

    /// <summary>How many aliases were followed to come here.</summary>
    public int Cnames { get; init; }

    /// <summary>The same query for another question.</summary>
    public DnsRequest Ask(DnsQuestion question) =>
        this with { Message = Message with { Questions = [question] }, Name = question.Name.ToLowerInvariant() };
}

/// <summary>What a plugin says: the answer to send, and what went wrong, for the errors plugin.</summary>
public readonly record struct DnsReply(DnsMessage Message, string? Error = null)
{
    /// <summary>An answer without records.</summary>
    public static DnsReply Failed(DnsRequest request, DnsRcode rcode, string error) => new(request.Message.Reply(rcode), error);
}

/// <summary>A link of the chain. Thread-safe.</summary>
public interface IDnsHandler
{
    /// <summary>Answers, or has the next link answer.</summary>
    ValueTask<DnsReply> ServeAsync(DnsRequest request, CancellationToken cancellationToken);
}
