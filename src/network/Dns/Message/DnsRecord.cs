using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Cybernetes.Dns.Message;

/// <summary>A question: name in presentation form, as asked (case kept), type and class.</summary>
public readonly record struct DnsQuestion(string Name, DnsType Type, ushort Class = 1);

/// <summary>What a record holds.</summary>
public abstract record DnsData;

/// <summary>A or AAAA.</summary>
public sealed record AddressData(IPAddress Address) : DnsData
{
    /// <inheritdoc/>
    public override string ToString() => Address.ToString();
}

/// <summary>CNAME, NS, PTR, DNAME: one name.</summary>
public sealed record NameData(string Target) : DnsData
{
    /// <inheritdoc/>
    public override string ToString() => Target;
}

/// <summary>SRV (RFC 2782).</summary>
public sealed record SrvData(ushort Priority, ushort Weight, ushort Port, string Target) : DnsData
{
    /// <inheritdoc/>
    public override string ToString() => $"{Priority} {Weight} {Port} {Target}";
}

/// <summary>MX.</summary>
public sealed record MxData(ushort Preference, string Exchange) : DnsData
{
    /// <inheritdoc/>
    public override string ToString() => $"{Preference} {Exchange}";
}

/// <summary>SOA; the times are seconds.</summary>
public sealed record SoaData(string PrimaryServer, string Mailbox, uint Serial, uint Refresh, uint Retry, uint Expire, uint Minimum) : DnsData
{
    /// <inheritdoc/>
    public override string ToString() => $"{PrimaryServer} {Mailbox} {Serial} {Refresh} {Retry} {Expire} {Minimum}";
}

/// <summary>TXT: one or more strings of at most 255 bytes.</summary>
public sealed record TxtData(ImmutableArray<string> Strings) : DnsData
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Strings.Select(s => $"\"{s}\""));

    /// <inheritdoc/>
    public bool Equals(TxtData? other) => other is not null && Strings.AsSpan().SequenceEqual(other.Strings.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Strings.Length;
}

/// <summary>Any other type, byte for byte (RFC 3597).</summary>
public sealed record RawData(ReadOnlyMemory<byte> Bytes) : DnsData
{
    /// <inheritdoc/>
    public override string ToString() => $"\\# {Bytes.Length} {Convert.ToHexString(Bytes.Span)}";

    /// <inheritdoc/>
    public bool Equals(RawData? other) => other is not null && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => Bytes.Length;
}

/// <summary>A resource record; <see cref="Ttl"/> in seconds.</summary>
public sealed record DnsRecord(string Name, DnsType Type, uint Ttl, DnsData Data, ushort Class = 1)
{
    /// <summary>An A or AAAA record, as the address is.</summary>
    public static DnsRecord Address(string name, uint ttl, IPAddress address) =>
        new(name, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? DnsType.A : DnsType.AAAA, ttl, new AddressData(address));

    /// <inheritdoc/>
    public override string ToString() =>
        new StringBuilder(Name).Append('\t').Append(Ttl.ToString(CultureInfo.InvariantCulture)).Append('\t').Append(DnsNames.ClassText(Class))
            .Append('\t').Append(Type.Text()).Append('\t').Append(Data).ToString();
}
