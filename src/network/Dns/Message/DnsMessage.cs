using System.Collections.Immutable;

namespace Cybernetes.Dns.Message;

/// <summary>EDNS0 of a message (RFC 6891): the sender's UDP size, the DNSSEC OK bit, and the options as they came.</summary>
public sealed record DnsEdns(ushort UdpSize, bool DnssecOk = false, byte Version = 0, ReadOnlyMemory<byte> Options = default);

/// <summary>A DNS message (RFC 1035, section 4). Immutable; names are in presentation form.</summary>
public sealed record DnsMessage
{
    /// <summary>The id that joins answer and question.</summary>
    public ushort Id { get; init; }

    /// <summary>QR: this is an answer.</summary>
    public bool IsResponse { get; init; }

    /// <summary>The kind of query; 0 is the only one answered.</summary>
    public byte Opcode { get; init; }

    /// <summary>AA.</summary>
    public bool Authoritative { get; init; }

    /// <summary>TC.</summary>
    public bool Truncated { get; init; }

    /// <summary>RD.</summary>
    public bool RecursionDesired { get; init; }

    /// <summary>RA.</summary>
    public bool RecursionAvailable { get; init; }

    /// <summary>AD.</summary>
    public bool AuthenticData { get; init; }

    /// <summary>CD.</summary>
    public bool CheckingDisabled { get; init; }

    /// <summary>The outcome; more than 15 needs EDNS.</summary>
    public DnsRcode Rcode { get; init; }

    /// <summary>The questions: one, in practice.</summary>
    public ImmutableArray<DnsQuestion> Questions { get; init; } = [];

    /// <summary>The answer section.</summary>
    public ImmutableArray<DnsRecord> Answers { get; init; } = [];

    /// <summary>The authority section.</summary>
    public ImmutableArray<DnsRecord> Authorities { get; init; } = [];

    /// <summary>The additional section, without the OPT record.</summary>
    public ImmutableArray<DnsRecord> Additionals { get; init; } = [];

    /// <summary>EDNS0, when the message has an OPT record.</summary>
    public DnsEdns? Edns { get; init; }

    /// <summary>The question, when there is one.</summary>
    public DnsQuestion Question => Questions.Length > 0 ? Questions[0] : new DnsQuestion(".", DnsType.None);

    /// <summary>An empty answer to this query.</summary>
    public DnsMessage Reply(DnsRcode rcode = DnsRcode.NOERROR) => new()
    {
        Id = Id,
        IsResponse = true,
        Opcode = Opcode,
        RecursionDesired = RecursionDesired,
        CheckingDisabled = CheckingDisabled,
        Rcode = rcode,
        Questions = Questions,
    };

    /// <summary>A query.</summary>
    public static DnsMessage Query(string name, DnsType type, ushort id) =>
        new() { Id = id, RecursionDesired = true, Questions = [new DnsQuestion(name, type)] };
}
