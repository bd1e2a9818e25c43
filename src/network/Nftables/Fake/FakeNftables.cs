using System.Collections.Immutable;

namespace Cybernetes.Nftables;

/// <summary>
/// A packet filter in memory: takes the transactions the kernel would take, refuses what it would refuse, and says what
/// becomes of a packet. Routing is simple: <see cref="LocalAddresses"/> are this machine, everything else is forwarded.
/// </summary>
public sealed class FakeNftables : INftables
{
    private readonly Dictionary<(NftFamily Family, string Name), FakeTable> _tables = [];

    /// <summary>The addresses of this machine.</summary>
    public HashSet<string> LocalAddresses { get; } = ["127.0.0.1", "::1"];

    /// <summary>Answers "numgen random mod n"; always 0 at first.</summary>
    public Func<int, int> Random { get; set; } = static _ => 0;

    /// <summary>The transactions taken, oldest first.</summary>
    public List<NftTransaction> Taken { get; } = [];

    /// <summary>Answers for a transaction before it is looked at: an error text to refuse it, null to go on.</summary>
    public Func<NftTransaction, string?>? Refuse { get; set; }

    /// <inheritdoc/>
    public ValueTask<NftResult> ApplyAsync(NftTransaction transaction, CancellationToken cancellationToken)
    {
        lock (_tables)
        {
            if (Refuse?.Invoke(transaction) is { } refusal)
            {
                return new(new NftResult(refusal));
            }

            var result = Apply(transaction);
            if (result.Succeeded)
            {
                Taken.Add(transaction);
            }

            return new(result);
        }
    }

    /// <summary>The keys of a set's elements.</summary>
    public IReadOnlyCollection<string> Elements(NftFamily family, string table, string set) => [.. _tables[(family, table)].Sets[set].Elements.Keys];

    /// <summary>The names of a table's chains; null when there is no such table.</summary>
    public IReadOnlyCollection<string>? Chains(NftFamily family, string table) =>
        _tables.TryGetValue((family, table), out var found) ? [.. found.Chains.Keys] : null;

    /// <summary>What becomes of a packet that arrives by an interface.</summary>
    public FakeOutcome Arrive(FakePacket packet) => Walk(packet, NftHook.Prerouting);

    /// <summary>What becomes of a packet that a local process sends.</summary>
    public FakeOutcome Send(FakePacket packet) => Walk(packet, NftHook.Output);

    /// <summary>Removes an element of a dynamic set, as its timeout would.</summary>
    public void Expire(NftFamily family, string table, string set)
    {
        var found = _tables[(family, table)];
        _tables[(family, table)] = found with { Sets = found.Sets.SetItem(set, found.Sets[set] with { Elements = ImmutableDictionary<string, string?>.Empty }) };
    }

    internal FakeSet Set(NftFamily family, string table, string name) => _tables[(family, table)].Sets[name];

    internal NftChain Chain(NftFamily family, string table, string name) => _tables[(family, table)].Chains[name];

    internal void Update(NftFamily family, string table, string set, string key)
    {
        var found = _tables[(family, table)];
        var elements = found.Sets[set].Elements.SetItem(key, null);
        _tables[(family, table)] = found with { Sets = found.Sets.SetItem(set, found.Sets[set] with { Elements = elements }) };
    }

    private NftResult Apply(NftTransaction transaction)
    {
        var key = (transaction.Family, transaction.Table);
        var table = _tables.GetValueOrDefault(key);
        foreach (var operation in transaction.Operations)
        {
            if (operation is NftAddTable)
            {
                table ??= FakeTable.Empty;
                continue;
            }

            if (table is null)
            {
                return new NftResult($"Error: No such file or directory: table {transaction.Table}");
            }

            if (operation is NftDeleteTable)
            {
                table = null;
                continue;
            }

            (table, var error) = table.Apply(operation);
            if (error is not null)
            {
                return new NftResult(error);
            }
        }

        if (table?.Dangling() is { } dangling)
        {
            return new NftResult(dangling);
        }

        if (table is null)
        {
            _tables.Remove(key);
        }
        else
        {
            _tables[key] = table;
        }

        return new NftResult(null);
    }

    private FakeOutcome Walk(FakePacket packet, NftHook first)
    {
        var walk = new FakeWalk(this, packet);
        if (walk.Run(first, BaseChains(packet.Family, first)) is { } ended)
        {
            return ended;
        }

        var local = LocalAddresses.Contains(walk.Packet.Destination);
        if (first == NftHook.Prerouting)
        {
            var second = local ? NftHook.Input : NftHook.Forward;
            if (walk.Run(second, BaseChains(packet.Family, second)) is { } stopped)
            {
                return stopped;
            }

            if (local)
            {
                return new FakeOutcome(FakeFate.Delivered, walk.Packet);
            }
        }

        return walk.Run(NftHook.Postrouting, BaseChains(packet.Family, NftHook.Postrouting))
            ?? new FakeOutcome(local ? FakeFate.Delivered : FakeFate.Forwarded, walk.Packet);
    }

    private List<(string Table, NftChain Chain)> BaseChains(NftFamily family, NftHook hook) =>
        [.. _tables.Where(t => t.Key.Family == family)
            .SelectMany(t => t.Value.Chains.Values.Where(c => c.Base?.Hook == hook).Select(c => (t.Key.Name, c)))
            .OrderBy(c => c.c.Base!.Priority)];
}
