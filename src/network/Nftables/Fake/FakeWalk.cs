using System.Globalization;

namespace Cybernetes.Nftables;

/// <summary>One packet's way through the chains of its hooks.</summary>
internal sealed class FakeWalk(FakeNftables nftables, FakePacket packet)
{
    private readonly NftFamily _family = packet.Family;
    private FakeFate? _fate;

    private enum Step
    {
        /// <summary>The next rule.</summary>
        Continue,

        /// <summary>Back to the caller.</summary>
        Return,

        /// <summary>Out of the base chain.</summary>
        Done,
    }

    public FakePacket Packet { get; private set; } = packet;

    /// <summary>Runs the base chains of a hook; the outcome when the packet ends there.</summary>
    public FakeOutcome? Run(NftHook hook, List<(string Table, NftChain Chain)> chains)
    {
        foreach (var (table, chain) in chains)
        {
            // Translation chains see only the first packet of a connection; each hook translates once.
            if (chain.Base!.Type == "nat" && Packet.State != "new")
            {
                continue;
            }

            RunChain(table, chain, 0);
            if (_fate is { } fate)
            {
                return new FakeOutcome(fate, Packet);
            }
        }

        return null;
    }

    private Step RunChain(string table, NftChain chain, int depth)
    {
        if (depth > 16)
        {
            throw new InvalidOperationException($"jumps too deep at chain {chain.Name}");
        }

        foreach (var rule in chain.Rules)
        {
            var step = RunRule(table, rule, depth);
            if (step != Step.Continue)
            {
                return step;
            }
        }

        return Step.Return;
    }

    private Step RunRule(string table, NftRule rule, int depth)
    {
        foreach (var statement in rule.Statements)
        {
            switch (statement)
            {
                case NftMatch match:
                    if (Matches(table, match) == match.Negated)
                    {
                        return Step.Continue;
                    }

                    break;
                case NftMatchMark mark:
                    if ((Packet.Mark & mark.Bits) != 0 != mark.Present)
                    {
                        return Step.Continue;
                    }

                    break;
                case NftChangeMark change:
                    Packet = Packet with { Mark = change.Set ? Packet.Mark | change.Bits : Packet.Mark & ~change.Bits };
                    break;
                case NftUpdateSet update:
                    nftables.Update(_family, table, update.Set, Value(update.Key));
                    break;
                case NftNoTrack:
                    Packet = Packet with { Untracked = true, State = "untracked" };
                    break;
                case NftVerdictMap map:
                    if (Lookup(nftables.Set(_family, table, map.Map), Value(map.Key)) is not { } verdict)
                    {
                        return Step.Continue;
                    }

                    return Follow(table, NftVerdict.Parse(verdict), depth);
                case NftRandomVerdict random:
                    return Follow(table, NftVerdict.Parse(random.Verdicts[nftables.Random(random.Verdicts.Length)]), depth);
                case NftVerdict plain:
                    return Follow(table, plain, depth);
                case NftMasquerade:
                    Packet = Packet with { Masqueraded = true };
                    return Step.Done;
                case NftDnat dnat:
                    if (Packet.Protocol != dnat.Protocol)
                    {
                        return Step.Continue;
                    }

                    Packet = Packet with { Destination = dnat.Address, DestinationPort = dnat.Port, DestinationRewritten = true };
                    return Step.Done;
                case NftDnatMap dnat:
                    if (Lookup(nftables.Set(_family, table, dnat.Map), Value(dnat.Key)) is not { } target)
                    {
                        return Step.Continue;
                    }

                    var parts = target.Split(" . ");
                    Packet = Packet with { Destination = parts[0], DestinationPort = int.Parse(parts[1], CultureInfo.InvariantCulture), DestinationRewritten = true };
                    return Step.Done;
                default:
                    throw new InvalidOperationException($"the fake does not know {statement.GetType().Name}");
            }
        }

        return Step.Continue;
    }

    private Step Follow(string table, NftVerdict verdict, int depth)
    {
        switch (verdict.Kind)
        {
            case NftVerdictKind.Drop:
                _fate = FakeFate.Dropped;
                return Step.Done;
            case NftVerdictKind.Reject:
                _fate = FakeFate.Rejected;
                return Step.Done;
            case NftVerdictKind.Accept:
                return Step.Done;
            case NftVerdictKind.Return:
                return Step.Return;
            default:
                var step = RunChain(table, nftables.Chain(_family, table, verdict.Chain!), depth + 1);
                return step == Step.Done ? Step.Done : verdict.Kind == NftVerdictKind.Goto ? Step.Return : Step.Continue;
        }
    }

    private bool Matches(string table, NftMatch match)
    {
        if (match.Expression is NftField { Kind: NftFieldKind.ConnectionStatus })
        {
            return match.Values.Contains("dnat") && Packet.DestinationRewritten;
        }

        var value = Value(match.Expression);
        return match.SetName is { } set
            ? Contains(nftables.Set(_family, table, set), value)
            : match.Values.Any(v => v.Split(',').Any(one => FakeValue.Matches(one.Trim('"'), value)));
    }

    private static bool Contains(FakeSet set, string value) =>
        set.Elements.ContainsKey(value) || (set.Declaration.Interval && set.Elements.Keys.Any(k => FakeValue.Matches(k, value)));

    private static string? Lookup(FakeSet set, string key) =>
        set.Elements.TryGetValue(key, out var value) ? value
        : set.Declaration.Interval ? set.Elements.FirstOrDefault(e => FakeValue.Matches(e.Key, key)).Value : null;

    private string Value(NftExpression expression) => expression switch
    {
        NftConcat concat => string.Join(" . ", concat.Parts.Select(Value)),
        NftRandom random => nftables.Random(random.Modulus).ToString(CultureInfo.InvariantCulture),
        NftField field => Value(field.Kind),
        _ => throw new InvalidOperationException($"the fake does not know {expression.GetType().Name}"),
    };

    private string Value(NftFieldKind field) => field switch
    {
        NftFieldKind.SourceAddress => Packet.Source,
        NftFieldKind.DestinationAddress => Packet.Destination,
        NftFieldKind.Protocol => Packet.Protocol,
        NftFieldKind.SourcePort => Packet.SourcePort.ToString(CultureInfo.InvariantCulture),
        NftFieldKind.DestinationPort => Packet.DestinationPort.ToString(CultureInfo.InvariantCulture),
        NftFieldKind.ConnectionState => Packet.State,
        NftFieldKind.ConnectionDirection => Packet.Direction,
        NftFieldKind.InputInterface => Packet.InputInterface,
        NftFieldKind.OutputInterface => Packet.OutputInterface,
        NftFieldKind.DestinationType => nftables.LocalAddresses.Contains(Packet.Destination) ? "local" : "unicast",
        NftFieldKind.SourceType => nftables.LocalAddresses.Contains(Packet.Source) ? "local" : "unicast",
        _ => throw new InvalidOperationException($"the fake does not know {field}"),
    };
}
