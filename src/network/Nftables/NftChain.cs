using System.Collections.Immutable;

namespace Cybernetes.Nftables;

/// <summary>Where in a packet's way a base chain stands.</summary>
public enum NftHook
{
    /// <summary>Before routing, for packets that arrive.</summary>
    Prerouting,

    /// <summary>For packets addressed to this machine.</summary>
    Input,

    /// <summary>For packets that are routed through.</summary>
    Forward,

    /// <summary>For packets that a local process sends.</summary>
    Output,

    /// <summary>After routing, for packets that leave.</summary>
    Postrouting,
}

/// <summary>What makes a chain a base chain: its type ("filter" or "nat"), hook and priority (lower runs first).</summary>
public sealed record NftBase(string Type, NftHook Hook, int Priority);

/// <summary>A chain with its rules, in order. Without <see cref="Base"/> it is reached only by jump or goto.</summary>
public sealed class NftChain(string name, NftBase? hook, ImmutableArray<NftRule> rules) : IEquatable<NftChain>
{
    /// <summary>The name, unique in its table.</summary>
    public string Name { get; } = name;

    /// <summary>The hook, for a base chain.</summary>
    public NftBase? Base { get; } = hook;

    /// <summary>The rules, in the order in which they are tried.</summary>
    public ImmutableArray<NftRule> Rules { get; } = rules;

    /// <inheritdoc/>
    public bool Equals(NftChain? other) =>
        other is not null && (ReferenceEquals(this, other) ||
            (Name == other.Name && Base == other.Base && Rules.AsSpan().SequenceEqual(other.Rules.AsSpan())));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NftChain);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Base, Rules.Length);
}
