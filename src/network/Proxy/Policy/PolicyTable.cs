using Cybernetes.Nftables;

namespace Cybernetes.Proxy.Policy;

/// <summary>The policies of a cluster in the kernel of this node. One caller at a time.</summary>
public sealed class PolicyTable
{
    private const string Owner = "policies";
    private readonly (NftLedger Ledger, NftSynchronizer Synchronizer)[] _families;

    /// <summary>Tables for the families given, made at the first sync.</summary>
    public PolicyTable(INftables nftables, params NftFamily[] families) =>
        _families = [.. families.Select(family =>
        {
            var ledger = new NftLedger(family, PolicyProgram.Table, "rules for NetworkPolicies");
            ledger.Put(PolicyProgram.Frame, PolicyProgram.BuildFrame(family));
            return (ledger, new NftSynchronizer(nftables, ledger, PolicyProgram.Frame));
        })];

    /// <summary>Brings the kernel to the policies; what nft refused, or nothing.</summary>
    public async ValueTask<string?> SyncAsync(PolicyCluster cluster, CancellationToken cancellationToken)
    {
        string? refused = null;
        foreach (var (ledger, synchronizer) in _families)
        {
            ledger.Put(Owner, PolicyProgram.Build(cluster, ledger.Family));
            var report = await synchronizer.SyncAsync(cancellationToken);
            refused ??= report.Refused.Values.FirstOrDefault();
        }

        return refused;
    }

    /// <summary>Sees to it that tables somebody took away come again.</summary>
    public async ValueTask LookAfterAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, synchronizer) in _families)
        {
            await synchronizer.LookAfterAsync(cancellationToken);
        }
    }
}
