using System.Collections.Immutable;

namespace Cybernetes.Nftables;

/// <summary>A rule: statements tried left to right until one does not match or ends the way. Equal when its text is.</summary>
public sealed class NftRule : IEquatable<NftRule>
{
    /// <summary>A rule of the statements given.</summary>
    public NftRule(params ImmutableArray<NftStatement> statements)
    {
        Statements = statements;
        Text = string.Join(' ', statements);
    }

    /// <summary>The statements.</summary>
    public ImmutableArray<NftStatement> Statements { get; }

    /// <summary>The rule in nft's notation.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public bool Equals(NftRule? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NftRule);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
