using System.Collections.Immutable;

namespace Cybernetes.Nftables;

/// <summary>
/// Adds the wishes of all owners up to one table and knows what changed since the kernel last had it, so that a
/// transaction costs what changed and not what is there. Not thread-safe.
/// </summary>
public sealed class NftLedger(NftFamily family, string table, string comment)
{
    private readonly Dictionary<string, NftContribution> _owners = [];
    private readonly Wishes<string, NftChain> _chains = new();
    private readonly Wishes<string, NftSet> _sets = new();
    private readonly Wishes<(string Set, string Key), NftElement> _elements = new();
    private readonly Dictionary<string, NftContribution?> _changedOwners = [];

    /// <summary>The table's family.</summary>
    public NftFamily Family => family;

    /// <summary>The owners whose wishes changed since the last commit, with what they wanted before.</summary>
    public IReadOnlyDictionary<string, NftContribution?> ChangedOwners => _changedOwners;

    /// <summary>The owners that want something.</summary>
    public IReadOnlyDictionary<string, NftContribution> Owners => _owners;

    /// <summary>Replaces what an owner wants; null or empty: nothing any more.</summary>
    public void Put(string owner, NftContribution? contribution)
    {
        var before = _owners.GetValueOrDefault(owner);
        if (ReferenceEquals(before, contribution))
        {
            return;
        }

        _changedOwners.TryAdd(owner, before);
        foreach (var set in contribution?.Sets ?? [])
        {
            _sets.Add(set.Name, owner, set);
        }

        foreach (var chain in contribution?.Chains ?? [])
        {
            _chains.Add(chain.Name, owner, chain);
        }

        foreach (var element in contribution?.Elements ?? [])
        {
            _elements.Add((element.Set, element.Key), owner, element);
        }

        foreach (var set in before?.Sets ?? [])
        {
            _sets.Remove(set.Name, owner, set);
        }

        foreach (var chain in before?.Chains ?? [])
        {
            _chains.Remove(chain.Name, owner, chain);
        }

        foreach (var element in before?.Elements ?? [])
        {
            _elements.Remove((element.Set, element.Key), owner, element);
        }

        if (contribution is null)
        {
            _owners.Remove(owner);
        }
        else
        {
            _owners[owner] = contribution;
        }
    }

    /// <summary>The transaction from what the kernel has to what is wanted.</summary>
    public NftTransaction Changes()
    {
        var sets = _sets.Changes();
        var chains = _chains.Changes();
        var elements = _elements.Changes();
        var operations = ImmutableArray.CreateBuilder<NftOperation>();

        // A set declared differently has to go and come again, and so do the rules that look in it and its elements.
        var redeclared = sets.Where(c => c is { Before: not null, After: not null }).Select(c => c.Before!.Name).ToHashSet();
        if (redeclared.Count > 0)
        {
            var touched = chains.Select(c => (c.After ?? c.Before)!.Name).ToHashSet();
            chains = [.. chains, .. _chains.All.Where(c => !touched.Contains(c.Name) && c.Rules.Any(r => redeclared.Any(s => Mentions(r, s))))
                .Select(c => new Change<NftChain>(c, c))];
            elements = [.. elements.Where(c => !redeclared.Contains((c.After.Set ?? c.Before.Set)!)),
                .. _elements.All.Where(e => redeclared.Contains(e.Set)).Select(e => new Change<NftElement>(default, e))];
        }

        // 1. Rules of changed chains, then elements, then what they referred to.
        operations.AddRange(chains.Where(c => c.Before is not null).Select(c => new NftFlushChain(c.Before!.Name)));
        operations.AddRange(Grouped(elements.Select(c => c.Before)).Select(g => new NftDeleteElements(g.Key, g.Elements)));
        operations.AddRange(sets.Where(c => c.Before is not null).Select(c => new NftDeleteSet(c.Before!)));
        operations.AddRange(chains.Where(c => c.Before is not null && c.Before.Base != c.After?.Base || c.After is null).Select(c => new NftDeleteChain(c.Before!.Name)));

        // 2. New names, then rules, then the elements that lead to them.
        operations.AddRange(sets.Where(c => c.After is not null).Select(c => new NftAddSet(c.After!)));
        operations.AddRange(chains.Where(c => c.After is not null && (c.Before is null || c.Before.Base != c.After.Base)).Select(c => new NftAddChain(c.After!)));
        operations.AddRange(chains.Where(c => c.After is not null).SelectMany(c => c.After!.Rules.Select(r => new NftAddRule(c.After.Name, r))));
        operations.AddRange(Grouped(elements.Select(c => c.After)).Select(g => new NftAddElements(g.Key, g.Elements)));
        return new NftTransaction(family, table, operations.ToImmutable());
    }

    /// <summary>The transaction that makes the table anew, whatever it held before (a crash's leavings, another version's).</summary>
    public NftTransaction Rebuild() => new(family, table,
    [
        new NftAddTable(comment),
        new NftDeleteTable(),
        new NftAddTable(comment),
        .. _sets.All.Select(s => new NftAddSet(s)),
        .. _chains.All.Select(c => new NftAddChain(c)),
        .. _chains.All.SelectMany(c => c.Rules.Select(r => new NftAddRule(c.Name, r))),
        .. Grouped(_elements.All).Select(g => new NftAddElements(g.Key, g.Elements)),
    ]);

    /// <summary>A transaction that changes nothing in a table that is as it should be, and fails where it is gone.</summary>
    public NftTransaction? Touch(string owner) =>
        _owners.GetValueOrDefault(owner)?.Chains is [var chain, ..]
            ? new NftTransaction(family, table, [new NftFlushChain(chain.Name), .. chain.Rules.Select(r => new NftAddRule(chain.Name, r))]) : null;

    /// <summary>The transaction that leaves nothing of the table.</summary>
    public NftTransaction Removal() => new(family, table, [new NftAddTable(comment), new NftDeleteTable()]);

    /// <summary>The kernel now has what is wanted.</summary>
    public void Committed()
    {
        _sets.Committed();
        _chains.Committed();
        _elements.Committed();
        _changedOwners.Clear();
    }

    private static bool Mentions(NftRule rule, string set) => rule.Text.Split(' ').Contains("@" + set);

    private static IEnumerable<(string Key, ImmutableArray<NftElement> Elements)> Grouped(IEnumerable<NftElement> elements) =>
        elements.Where(e => e.Set is not null).GroupBy(e => e.Set).Select(g => (g.Key, g.ToImmutableArray()));
}
