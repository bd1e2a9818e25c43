using System.Collections.Immutable;

namespace Cybernetes.Nftables;

/// <summary>
/// What one owner (a Service, a policy, the fixed frame) wants in a table. Owners may want the same chain, set or element;
/// it is there as long as one of them does.
/// </summary>
public sealed record NftContribution
{
    /// <summary>Nothing.</summary>
    public static readonly NftContribution Empty = new();

    /// <summary>Sets and maps.</summary>
    public ImmutableArray<NftSet> Sets { get; init; } = [];

    /// <summary>Chains.</summary>
    public ImmutableArray<NftChain> Chains { get; init; } = [];

    /// <summary>Elements.</summary>
    public ImmutableArray<NftElement> Elements { get; init; } = [];

    /// <summary>Both together.</summary>
    public NftContribution With(NftContribution other) => new()
    {
        Sets = Sets.AddRange(other.Sets),
        Chains = Chains.AddRange(other.Chains),
        Elements = Elements.AddRange(other.Elements),
    };
}
