using System.Collections.Immutable;
using System.Text;

namespace Cybernetes.Nftables;

/// <summary>One command of a transaction.</summary>
public abstract record NftOperation
{
    /// <summary>Writes the command as nft reads it, with its line end.</summary>
    public abstract void Render(StringBuilder text, string table);
}

/// <summary>Makes the table, if it is not there.</summary>
public sealed record NftAddTable(string Comment) : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table) =>
        text.Append("add table ").Append(table).Append(" { comment \"").Append(Comment).Append("\"; }\n");
}

/// <summary>Removes the table with everything in it; it has to be there.</summary>
public sealed record NftDeleteTable : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table) => text.Append("delete table ").Append(table).Append('\n');
}

/// <summary>Makes a chain without rules.</summary>
public sealed record NftAddChain(NftChain Chain) : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table)
    {
        text.Append("add chain ").Append(table).Append(' ').Append(Chain.Name);
        if (Chain.Base is { } hook)
        {
            text.Append(" { type ").Append(hook.Type).Append(" hook ").Append(hook.Hook.ToString().ToLowerInvariant())
                .Append(" priority ").Append(hook.Priority).Append("; }");
        }

        text.Append('\n');
    }
}

/// <summary>Removes a chain's rules.</summary>
public sealed record NftFlushChain(string Chain) : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table) =>
        text.Append("flush chain ").Append(table).Append(' ').Append(Chain).Append('\n');
}

/// <summary>Removes a chain; nothing may refer to it.</summary>
public sealed record NftDeleteChain(string Chain) : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table) =>
        text.Append("delete chain ").Append(table).Append(' ').Append(Chain).Append('\n');
}

/// <summary>Adds a rule at the end of a chain.</summary>
public sealed record NftAddRule(string Chain, NftRule Rule) : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table) =>
        text.Append("add rule ").Append(table).Append(' ').Append(Chain).Append(' ').Append(Rule.Text).Append('\n');
}

/// <summary>Makes a set or map without elements.</summary>
public sealed record NftAddSet(NftSet Set) : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table)
    {
        text.Append("add ").Append(Set.Keyword).Append(' ').Append(table).Append(' ').Append(Set.Name).Append(" { ");
        if (!Set.KeyType.StartsWith("typeof ", StringComparison.Ordinal))
        {
            text.Append("type ");
        }

        text.Append(Set.KeyType);
        if (Set.ValueType is { } value)
        {
            text.Append(" : ").Append(value);
        }

        text.Append("; ");
        string[] flags = [.. new[] { Set.Interval ? "interval" : "", Set.Dynamic ? "dynamic" : "", Set.Timeout is null ? "" : "timeout" }.Where(f => f.Length > 0)];
        if (flags.Length > 0)
        {
            text.Append("flags ").AppendJoin(", ", flags).Append("; ");
        }

        if (Set.Timeout is { } timeout)
        {
            text.Append("timeout ").Append((long)timeout.TotalSeconds).Append("s; ");
        }

        text.Append("}\n");
    }
}

/// <summary>Removes a set or map; no rule may refer to it.</summary>
public sealed record NftDeleteSet(NftSet Set) : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table) =>
        text.Append("delete ").Append(Set.Keyword).Append(' ').Append(table).Append(' ').Append(Set.Name).Append('\n');
}

/// <summary>Adds elements to a set or map.</summary>
public sealed record NftAddElements(string Set, ImmutableArray<NftElement> Elements) : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table)
    {
        text.Append("add element ").Append(table).Append(' ').Append(Set).Append(" { ");
        var first = true;
        foreach (var element in Elements)
        {
            text.Append(first ? "" : ", ").Append(element.Key);
            if (element.Value is { } value)
            {
                text.Append(" : ").Append(value);
            }

            first = false;
        }

        text.Append(" }\n");
    }
}

/// <summary>Removes elements, which have to be there.</summary>
public sealed record NftDeleteElements(string Set, ImmutableArray<NftElement> Elements) : NftOperation
{
    /// <inheritdoc/>
    public override void Render(StringBuilder text, string table) =>
        text.Append("delete element ").Append(table).Append(' ').Append(Set).Append(" { ")
            .AppendJoin(", ", Elements.Select(e => e.Key)).Append(" }\n");
}
