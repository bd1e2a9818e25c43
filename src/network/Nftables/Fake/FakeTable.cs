using System.Collections.Immutable;

namespace Cybernetes.Nftables;

/// <summary>A set or map in the fake: its declaration and elements.</summary>
internal sealed record FakeSet(NftSet Declaration, ImmutableDictionary<string, string?> Elements);

/// <summary>A table in the fake. A transaction works on a copy, which takes the table's place when every command succeeded.</summary>
internal sealed record FakeTable(ImmutableDictionary<string, NftChain> Chains, ImmutableDictionary<string, FakeSet> Sets)
{
    public static readonly FakeTable Empty = new(ImmutableDictionary<string, NftChain>.Empty, ImmutableDictionary<string, FakeSet>.Empty);

    /// <summary>The table after one command, or nft's complaint.</summary>
    public (FakeTable Table, string? Error) Apply(NftOperation operation) => operation switch
    {
        NftAddChain add when !Chains.ContainsKey(add.Chain.Name) =>
            (this with { Chains = Chains.Add(add.Chain.Name, new NftChain(add.Chain.Name, add.Chain.Base, [])) }, null),
        NftAddChain => (this, null),
        NftFlushChain flush => Chains.TryGetValue(flush.Chain, out var chain) ? (WithRules(chain, []), null) : Missing(flush.Chain),
        NftDeleteChain delete => Chains.ContainsKey(delete.Chain) ? (this with { Chains = Chains.Remove(delete.Chain) }, null) : Missing(delete.Chain),
        NftAddRule add => AddRule(add),
        NftAddSet add when !Sets.ContainsKey(add.Set.Name) =>
            (this with { Sets = Sets.Add(add.Set.Name, new FakeSet(add.Set, ImmutableDictionary<string, string?>.Empty)) }, null),
        NftAddSet add => Sets[add.Set.Name].Declaration == add.Set ? (this, null) : (this, "Error: Could not process rule: File exists"),
        NftDeleteSet delete => Sets.ContainsKey(delete.Set.Name) ? (this with { Sets = Sets.Remove(delete.Set.Name) }, null) : Missing(delete.Set.Name),
        NftAddElements add => AddElements(add),
        NftDeleteElements delete => DeleteElements(delete),
        _ => (this, $"Error: unknown command {operation.GetType().Name}"),
    };

    /// <summary>What refers to something that is not there; null when all is well.</summary>
    public string? Dangling()
    {
        foreach (var chain in Chains.Values)
        {
            foreach (var statement in chain.Rules.SelectMany(r => r.Statements))
            {
                var missing = Referred(statement).FirstOrDefault(r => r.IsSet ? !Sets.ContainsKey(r.Name) : !Chains.ContainsKey(r.Name)).Name;
                if (missing is not null)
                {
                    return $"Error: Could not process rule: {missing}, named in chain {chain.Name}: Device or resource busy";
                }
            }
        }

        foreach (var set in Sets.Values.Where(s => s.Declaration.ValueType == "verdict"))
        {
            var missing = set.Elements.Values.Select(v => NftVerdict.Parse(v!).Chain).FirstOrDefault(c => c is not null && !Chains.ContainsKey(c));
            if (missing is not null)
            {
                return $"Error: Could not process rule: chain {missing}, named in map {set.Declaration.Name}: Device or resource busy";
            }
        }

        return null;
    }

    private static IEnumerable<(bool IsSet, string Name)> Referred(NftStatement statement) => statement switch
    {
        NftVerdict { Chain: { } chain } => [(false, chain)],
        NftRandomVerdict random => random.Verdicts.Select(v => (false, NftVerdict.Parse(v).Chain!)),
        NftVerdictMap map => [(true, map.Map)],
        NftDnatMap map => [(true, map.Map)],
        NftUpdateSet update => [(true, update.Set)],
        NftMatch { SetName: { } set } => [(true, set)],
        _ => [],
    };

    private (FakeTable Table, string? Error) AddRule(NftAddRule add)
    {
        if (!Chains.TryGetValue(add.Chain, out var chain))
        {
            return Missing(add.Chain);
        }

        foreach (var statement in add.Rule.Statements)
        {
            foreach (var (isSet, name) in Referred(statement))
            {
                if (isSet ? !Sets.ContainsKey(name) : !Chains.ContainsKey(name))
                {
                    return Missing(name);
                }
            }
        }

        return (WithRules(chain, chain.Rules.Add(add.Rule)), null);
    }

    private (FakeTable Table, string? Error) AddElements(NftAddElements add)
    {
        if (!Sets.TryGetValue(add.Set, out var set))
        {
            return Missing(add.Set);
        }

        var elements = set.Elements.ToBuilder();
        foreach (var element in add.Elements)
        {
            if (FakeValue.Invalid(set.Declaration, element) is { } why)
            {
                return (this, why);
            }

            if (elements.TryGetValue(element.Key, out var there) && there != element.Value)
            {
                return (this, $"Error: Could not process rule: File exists: {element.Key}");
            }

            if (element.Value is { } value && set.Declaration.ValueType == "verdict" && NftVerdict.Parse(value).Chain is { } chain && !Chains.ContainsKey(chain))
            {
                return Missing(chain);
            }

            elements[element.Key] = element.Value;
        }

        return (this with { Sets = Sets.SetItem(add.Set, set with { Elements = elements.ToImmutable() }) }, null);
    }

    private (FakeTable Table, string? Error) DeleteElements(NftDeleteElements delete)
    {
        if (!Sets.TryGetValue(delete.Set, out var set))
        {
            return Missing(delete.Set);
        }

        var elements = set.Elements.ToBuilder();
        foreach (var element in delete.Elements)
        {
            if (!elements.Remove(element.Key))
            {
                return Missing(element.Key);
            }
        }

        return (this with { Sets = Sets.SetItem(delete.Set, set with { Elements = elements.ToImmutable() }) }, null);
    }

    private FakeTable WithRules(NftChain chain, ImmutableArray<NftRule> rules) =>
        this with { Chains = Chains.SetItem(chain.Name, new NftChain(chain.Name, chain.Base, rules)) };

    private (FakeTable Table, string? Error) Missing(string name) => (this, $"Error: Could not process rule: No such file or directory: {name}");
}
