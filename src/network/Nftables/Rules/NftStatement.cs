using System.Collections.Immutable;

namespace Cybernetes.Nftables;

/// <summary>One step of a rule: a match that may end the rule, or an action. <see cref="object.ToString"/> is nft's notation.</summary>
public abstract record NftStatement;

/// <summary>
/// Goes on only when the expression is (or, negated, is not) among the values. A single value "@name" is a set of the table;
/// values may be prefixes and ranges.
/// </summary>
public sealed record NftMatch(NftExpression Expression, ImmutableArray<string> Values, bool Negated = false) : NftStatement
{
    /// <summary>The set looked in, when it is a named one.</summary>
    public string? SetName => Values.Length == 1 && Values[0].StartsWith('@') ? Values[0][1..] : null;

    /// <inheritdoc/>
    public override string ToString()
    {
        // A concatenation is compared with sets only, be it with one element.
        var value = Values.Length == 1 && (SetName is not null || Expression is not NftConcat) ? Values[0] : $"{{ {string.Join(", ", Values)} }}";
        return Negated ? $"{Expression} != {value}" : $"{Expression} {value}";
    }
}

/// <summary>Goes on only when the packet mark has (or has not) any of the bits.</summary>
public sealed record NftMatchMark(uint Bits, bool Present) : NftStatement
{
    /// <inheritdoc/>
    public override string ToString() => $"meta mark and 0x{Bits:x} {(Present ? "!=" : "==")} 0";
}

/// <summary>Sets or clears bits of the packet mark, leaving the others.</summary>
public sealed record NftChangeMark(uint Bits, bool Set) : NftStatement
{
    /// <inheritdoc/>
    public override string ToString() =>
        Set ? $"meta mark set meta mark or 0x{Bits:x}" : $"meta mark set meta mark and 0x{~Bits:x}";
}

/// <summary>Looks a key up in a verdict map and does what it says; goes on when the key is not there.</summary>
public sealed record NftVerdictMap(NftExpression Key, string Map) : NftStatement
{
    /// <inheritdoc/>
    public override string ToString() => $"{Key} vmap @{Map}";
}

/// <summary>
/// Picks by a random number among verdicts given in place, such as the endpoint chains of one Service.
/// </summary>
public sealed record NftRandomVerdict(ImmutableArray<string> Verdicts) : NftStatement
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"numgen random mod {Verdicts.Length} vmap {{ {string.Join(", ", Verdicts.Select((verdict, index) => $"{index} : {verdict}"))} }}";
}

/// <summary>What ends the way through a chain.</summary>
public enum NftVerdictKind
{
    /// <summary>Leave this base chain; later hooks still see the packet.</summary>
    Accept,

    /// <summary>The packet disappears.</summary>
    Drop,

    /// <summary>Back to the calling chain.</summary>
    Return,

    /// <summary>Into another chain and back.</summary>
    Jump,

    /// <summary>Into another chain for good.</summary>
    Goto,

    /// <summary>The packet is refused with an ICMP answer.</summary>
    Reject,
}

/// <summary>A verdict, with the chain for jump and goto.</summary>
public sealed record NftVerdict(NftVerdictKind Kind, string? Chain = null) : NftStatement
{
    /// <summary>Reads "goto x", "jump x", "drop", "accept", "return".</summary>
    public static NftVerdict Parse(string text) => text.Split(' ', 2) switch
    {
        ["goto", var chain] => new(NftVerdictKind.Goto, chain),
        ["jump", var chain] => new(NftVerdictKind.Jump, chain),
        ["drop"] => new(NftVerdictKind.Drop),
        ["accept"] => new(NftVerdictKind.Accept),
        ["return"] => new(NftVerdictKind.Return),
        _ => throw new FormatException($"not a verdict: {text}"),
    };

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        NftVerdictKind.Jump => "jump " + Chain,
        NftVerdictKind.Goto => "goto " + Chain,
        _ => Kind.ToString().ToLowerInvariant(),
    };
}

/// <summary>
/// Rewrites the destination to what a map "… : address . port" holds for the key. The key names the port of one protocol
/// ("tcp dport"): nft up to 1.0.6 refuses such a rule with "th dport" once the map is there.
/// </summary>
public sealed record NftDnatMap(NftFamily Family, NftExpression Key, string Map) : NftStatement
{
    /// <inheritdoc/>
    public override string ToString() => $"dnat {Family.Keyword()} to {Key} map @{Map}";
}

/// <summary>Rewrites the destination to a fixed address and port.</summary>
public sealed record NftDnat(NftFamily Family, string Protocol, string Address, int Port) : NftStatement
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"meta l4proto {Protocol} dnat to {(Family == NftFamily.Ip ? Address : $"[{Address}]")}:{Port}";
}

/// <summary>Rewrites the source to the address of the interface the packet leaves by.</summary>
public sealed record NftMasquerade : NftStatement
{
    /// <inheritdoc/>
    public override string ToString() => "masquerade fully-random";
}

/// <summary>Adds the key to a dynamic set, or begins its timeout anew.</summary>
public sealed record NftUpdateSet(string Set, NftExpression Key) : NftStatement
{
    /// <inheritdoc/>
    public override string ToString() => $"update @{Set} {{ {Key} }}";
}

/// <summary>The packet is not made part of any connection: no address of it is translated.</summary>
public sealed record NftNoTrack : NftStatement
{
    /// <inheritdoc/>
    public override string ToString() => "notrack";
}
