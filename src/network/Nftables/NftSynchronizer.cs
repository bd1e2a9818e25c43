namespace Cybernetes.Nftables;

/// <summary>What a sync did: how many commands, whether the table was made anew, and which owners nft refused with its words.</summary>
public sealed record NftSyncReport(int Operations, bool Rebuilt, IReadOnlyDictionary<string, string> Refused)
{
    /// <summary>Why changes alone were not enough and the table was made anew; null when they were, or nothing was there before.</summary>
    public string? RebuildReason { get; init; }
}

/// <summary>
/// Brings the kernel to what a ledger wants. The first sync makes the table anew; later ones send only what changed.
/// When nft refuses: the table is made anew (somebody may have flushed it); when that is refused too, owner by owner,
/// so that one impossible wish does not hold up the rest.
/// </summary>
public sealed class NftSynchronizer(INftables nftables, NftLedger ledger, string frameOwner)
{
    private bool _rebuildNext = true;

    /// <summary>The next sync makes the table anew.</summary>
    public void Invalidate() => _rebuildNext = true;

    /// <summary>Writes one chain of the frame as it is; when that is refused the table is gone, and the next sync makes it anew.</summary>
    public async ValueTask LookAfterAsync(CancellationToken cancellationToken)
    {
        if (!_rebuildNext && ledger.Touch(frameOwner) is { } touch && !(await nftables.ApplyAsync(touch, cancellationToken)).Succeeded)
        {
            _rebuildNext = true;
        }
    }

    /// <summary>One sync.</summary>
    public async ValueTask<NftSyncReport> SyncAsync(CancellationToken cancellationToken)
    {
        // 1. Only what changed.
        string? reason = null;
        if (!_rebuildNext)
        {
            var changes = ledger.Changes();
            reason = changes.IsEmpty ? null : (await nftables.ApplyAsync(changes, cancellationToken)).Error;
            if (reason is null)
            {
                ledger.Committed();
                return new NftSyncReport(changes.Operations.Length, false, NoRefusals);
            }
        }

        // 2. The whole table, in one transaction.
        var rebuild = ledger.Rebuild();
        if ((await nftables.ApplyAsync(rebuild, cancellationToken)).Succeeded)
        {
            _rebuildNext = false;
            ledger.Committed();
            return new NftSyncReport(rebuild.Operations.Length, true, NoRefusals) { RebuildReason = reason };
        }

        // 3. The frame alone, then each owner by itself.
        return await SyncOneByOneAsync(cancellationToken);
    }

    private async ValueTask<NftSyncReport> SyncOneByOneAsync(CancellationToken cancellationToken)
    {
        var refused = new Dictionary<string, string>();
        var owners = ledger.Owners.Where(o => o.Key != frameOwner).ToList();
        foreach (var (owner, _) in owners)
        {
            ledger.Put(owner, null);
        }

        var frame = ledger.Rebuild();
        var result = await nftables.ApplyAsync(frame, cancellationToken);
        if (result.Error is { } error)
        {
            foreach (var (owner, contribution) in owners)
            {
                ledger.Put(owner, contribution);
            }

            _rebuildNext = true;
            refused[frameOwner] = error;
            return new NftSyncReport(0, false, refused);
        }

        ledger.Committed();
        var operations = frame.Operations.Length;
        foreach (var (owner, contribution) in owners)
        {
            ledger.Put(owner, contribution);
            var changes = ledger.Changes();
            var one = await nftables.ApplyAsync(changes, cancellationToken);
            if (one.Error is { } reason)
            {
                refused[owner] = reason;
                ledger.Put(owner, null);
            }

            operations += changes.Operations.Length;
            ledger.Committed();
        }

        _rebuildNext = false;
        return new NftSyncReport(operations, true, refused);
    }

    private static readonly Dictionary<string, string> NoRefusals = [];
}
