namespace Cybernetes.Nftables;

/// <summary>
/// The declaration of a set, or of a map when <see cref="ValueType"/> is given.
/// <see cref="KeyType"/> is what stands after "type" ("ipv4_addr . inet_proto") or a whole "typeof …" clause.
/// </summary>
public sealed record NftSet(string Name, string KeyType)
{
    /// <summary>The type of a map's values, "verdict" for a verdict map; null for a set.</summary>
    public string? ValueType { get; init; }

    /// <summary>Elements may be prefixes and ranges.</summary>
    public bool Interval { get; init; }

    /// <summary>Rules add elements ("update @set { … }"); the program never lists elements of such a set.</summary>
    public bool Dynamic { get; init; }

    /// <summary>How long an element lives after it was last added, for dynamic sets.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>"set" or "map".</summary>
    public string Keyword => ValueType is null ? "set" : "map";
}

/// <summary>An element of a set (<see cref="Value"/> null) or of a map, in nft's own notation: "10.0.0.1 . tcp . 80" → "goto x".</summary>
public readonly record struct NftElement(string Set, string Key, string? Value = null);
