using System.Collections.Immutable;

namespace Cybernetes.Nftables;

/// <summary>What an <see cref="NftField"/> reads.</summary>
public enum NftFieldKind
{
    /// <summary>The source address.</summary>
    SourceAddress,

    /// <summary>The destination address.</summary>
    DestinationAddress,

    /// <summary>The transport protocol by name.</summary>
    Protocol,

    /// <summary>The transport source port.</summary>
    SourcePort,

    /// <summary>The transport destination port.</summary>
    DestinationPort,

    /// <summary>The connection's state: new, established, related, invalid.</summary>
    ConnectionState,

    /// <summary>The packet's direction in its connection: original or reply.</summary>
    ConnectionDirection,

    /// <summary>The connection's status flags: dnat, snat.</summary>
    ConnectionStatus,

    /// <summary>The interface the packet came in by.</summary>
    InputInterface,

    /// <summary>The interface the packet leaves by.</summary>
    OutputInterface,

    /// <summary>What the routing table says of the destination: local, unicast.</summary>
    DestinationType,

    /// <summary>What the routing table says of the source: local, unicast.</summary>
    SourceType,
}

/// <summary>Something a rule reads from a packet. <see cref="object.ToString"/> is nft's notation.</summary>
public abstract record NftExpression
{
    /// <summary>The transport protocol.</summary>
    public static readonly NftField Protocol = new(NftFieldKind.Protocol, "meta l4proto");

    /// <summary>The destination port of any transport protocol.</summary>
    public static readonly NftField DestinationPort = new(NftFieldKind.DestinationPort, "th dport");

    /// <summary>The source port of any transport protocol.</summary>
    public static readonly NftField SourcePort = new(NftFieldKind.SourcePort, "th sport");

    /// <summary>The state of the connection.</summary>
    public static readonly NftField ConnectionState = new(NftFieldKind.ConnectionState, "ct state");

    /// <summary>The direction within the connection.</summary>
    public static readonly NftField ConnectionDirection = new(NftFieldKind.ConnectionDirection, "ct direction");

    /// <summary>The translation flags of the connection.</summary>
    public static readonly NftField ConnectionStatus = new(NftFieldKind.ConnectionStatus, "ct status");

    /// <summary>The name of the interface the packet came in by.</summary>
    public static readonly NftField InputInterface = new(NftFieldKind.InputInterface, "iifname");

    /// <summary>The name of the interface the packet leaves by.</summary>
    public static readonly NftField OutputInterface = new(NftFieldKind.OutputInterface, "oifname");

    /// <summary>Whether the destination is this machine.</summary>
    public static readonly NftField DestinationType = new(NftFieldKind.DestinationType, "fib daddr type");

    /// <summary>Whether the source is this machine.</summary>
    public static readonly NftField SourceType = new(NftFieldKind.SourceType, "fib saddr type");

    /// <summary>The source address of a family.</summary>
    public static NftField Source(NftFamily family) => new(NftFieldKind.SourceAddress, family.Keyword() + " saddr");

    /// <summary>The destination address of a family.</summary>
    public static NftField Destination(NftFamily family) => new(NftFieldKind.DestinationAddress, family.Keyword() + " daddr");

    /// <summary>The destination port of packets of one protocol.</summary>
    public static NftField DestinationPortOf(string protocol) => new(NftFieldKind.DestinationPort, protocol + " dport");

    /// <summary>Several expressions as one key.</summary>
    public static NftConcat Concat(params ImmutableArray<NftExpression> parts) => new(parts);
}

/// <summary>A header field or a fact the kernel keeps of a packet.</summary>
public sealed record NftField(NftFieldKind Kind, string Text) : NftExpression
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A random number from 0 to <see cref="Modulus"/> - 1, drawn afresh for each evaluation.</summary>
public sealed record NftRandom(int Modulus) : NftExpression
{
    /// <inheritdoc/>
    public override string ToString() => $"numgen random mod {Modulus}";
}

/// <summary>A concatenation "a . b . c".</summary>
public sealed record NftConcat(ImmutableArray<NftExpression> Parts) : NftExpression
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(" . ", Parts);
}
