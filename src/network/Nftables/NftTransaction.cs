using System.Collections.Immutable;
using System.Text;

namespace Cybernetes.Nftables;

/// <summary>Commands on one table that take effect together or not at all.</summary>
public sealed record NftTransaction(NftFamily Family, string Table, ImmutableArray<NftOperation> Operations)
{
    /// <summary>Nothing to do.</summary>
    public bool IsEmpty => Operations.IsEmpty;

    /// <summary>The text for "nft -f -".</summary>
    public string Render()
    {
        var text = new StringBuilder();
        var table = $"{Family.Keyword()} {Table}";
        foreach (var operation in Operations)
        {
            operation.Render(text, table);
        }

        return text.ToString();
    }
}

/// <summary>What became of a transaction: <see cref="Error"/> is null when it is in force, else what nft said.</summary>
public readonly record struct NftResult(string? Error)
{
    /// <summary>The transaction is in force.</summary>
    public bool Succeeded => Error is null;
}

/// <summary>The packet filter of one network namespace. Calls may come from several threads; each transaction is atomic.</summary>
public interface INftables
{
    /// <summary>Carries a transaction out, whole or not at all. A refusal is a result, not an exception.</summary>
    ValueTask<NftResult> ApplyAsync(NftTransaction transaction, CancellationToken cancellationToken);
}
