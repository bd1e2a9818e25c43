namespace Cybernetes.Store.Tools;

/// <summary>
/// From an embedded store to an empty etcd, so that every key has the revisions, version and lease it had. etcd gives out revisions one by one, so the
/// store's history is lived again:
/// <list type="number">
/// <item>The leases are granted.</item>
/// <item>For what is compacted away, a life is made up that ends in the known state: created at its create revision, written again
/// as often as its version says, written for the last time at its mod revision.</item>
/// <item>What is not compacted is written as it was, revision by revision; revisions of which nothing is left get a change of a filler key, which is gone in the end.</item>
/// <item>etcd is compacted as the store was, which hides what was made up.</item>
/// </list>
/// </summary>
internal sealed class ToEtcdMigration(IStore source, IStore target)
{
    private const int FillersAtOnce = 64;
    private static readonly StoreKey Filler = "/c8s.migration";
    private readonly Dictionary<long, List<StoreOp>> _past = [];
    private bool _fillerIsThere;

    /// <summary>Runs it; the revision of both stores afterwards.</summary>
    /// <exception cref="StoreException">etcd is not empty, or refuses something.</exception>
    public async Task<Revision> RunAsync(CancellationToken cancellationToken)
    {
        await CheckEmptyAsync(cancellationToken).ConfigureAwait(false);
        var status = await source.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        var compacted = Math.Max(1, status.CompactRevision.Value);

        await GrantAsync(cancellationToken).ConfigureAwait(false);
        await MakeUpAsync(compacted, cancellationToken).ConfigureAwait(false);
        await LiveAsync(2, compacted, revision => _past.GetValueOrDefault(revision), cancellationToken).ConfigureAwait(false);
        await ReplayAsync(compacted + 1, status.Revision.Value, cancellationToken).ConfigureAwait(false);

        var last = status.Revision;
        if (_fillerIsThere)
        {
            last = (await target.TxnAsync(new Txn { Then = [new DeleteOp(KeyRange.Single(Filler))] }, cancellationToken).ConfigureAwait(false)).Revision;
        }
        if (compacted > 1)
        {
            await target.CompactAsync(new Revision(compacted), cancellationToken).ConfigureAwait(false);
        }
        return last;
    }

    private async Task CheckEmptyAsync(CancellationToken cancellationToken)
    {
        var there = await target.RangeAsync(new RangeRequest(KeyRange.All, CountOnly: true), cancellationToken).ConfigureAwait(false);
        if (there.Revision.Value != 1)
        {
            throw new StoreException(
                StoreError.Invalid, $"etcd stands at revision {there.Revision} with {there.Count} keys; only a new one, at revision 1, can take over revisions");
        }
    }

    private async Task GrantAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await source.ListLeasesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await source.GetLeaseAsync(id, withKeys: false, cancellationToken).ConfigureAwait(false) is { } lease)
            {
                await target.GrantLeaseAsync(lease.GrantedTtl, id, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task MakeUpAsync(long compacted, CancellationToken cancellationToken)
    {
        var known = await source.RangeAsync(new RangeRequest(KeyRange.All, new Revision(compacted)), cancellationToken).ConfigureAwait(false);
        foreach (var item in known.Items)
        {
            var steps = item.Version - 1;
            for (var i = 0; i < steps; i++)
            {
                Past(item.CreateRevision.Value + i).Add(new PutOp(item.Key, default));
            }
            Past(item.ModRevision.Value).Add(new PutOp(item.Key, item.Value, item.Lease));
        }
    }

    private List<StoreOp> Past(long revision)
    {
        if (!_past.TryGetValue(revision, out var ops))
        {
            _past[revision] = ops = [];
        }
        return ops;
    }

    private async Task ReplayAsync(long from, long to, CancellationToken cancellationToken)
    {
        if (from > to)
        {
            return;
        }
        var next = from;
        await foreach (var batch in source.WatchAsync(new WatchRequest(KeyRange.All, new Revision(from)), cancellationToken).ConfigureAwait(false))
        {
            // A lease that has ended since cannot hold a key; its keys are deleted further on.
            var ops = new List<StoreOp>();
            foreach (var change in batch.Events)
            {
                ops.Add(change.IsDelete
                    ? new DeleteOp(KeyRange.Single(change.Item.Key))
                    : new PutOp(change.Item.Key, change.Item.Value, await LivingAsync(change.Item.Lease, cancellationToken).ConfigureAwait(false)));
            }
            await LiveAsync(next, batch.Revision.Value, revision => revision == batch.Revision.Value ? ops : null, cancellationToken).ConfigureAwait(false);
            next = batch.Revision.Value + 1;
            if (next > to)
            {
                return;
            }
        }
    }

    private async Task<LeaseId> LivingAsync(LeaseId id, CancellationToken cancellationToken) =>
        !id.IsNone && await source.GetLeaseAsync(id, withKeys: false, cancellationToken).ConfigureAwait(false) is null ? LeaseId.None : id;

    /// <summary>Makes etcd's revisions from one to another, each with its changes or, when there are none, a filler.</summary>
    private async Task LiveAsync(long from, long to, Func<long, List<StoreOp>?> changes, CancellationToken cancellationToken)
    {
        for (var revision = from; revision <= to; revision++)
        {
            if (changes(revision) is { } ops)
            {
                await WriteAsync(ops, revision, cancellationToken).ConfigureAwait(false);
                continue;
            }
            var fillers = 1;
            while (fillers < FillersAtOnce && revision + fillers <= to && changes(revision + fillers) is null)
            {
                fillers++;
            }
            await Task.WhenAll(Enumerable.Range(0, fillers).Select(_ => FillAsync(cancellationToken))).ConfigureAwait(false);
            revision += fillers - 1;
        }
    }

    private async Task WriteAsync(List<StoreOp> ops, long revision, CancellationToken cancellationToken)
    {
        var result = await target.TxnAsync(new Txn { Then = ops }, cancellationToken).ConfigureAwait(false);
        if (result.Revision.Value != revision)
        {
            throw new StoreException(
                StoreError.Invalid, $"etcd made revision {result.Revision} where {revision} was due: something else writes to it. Start again with an empty one");
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _fillerIsThere = true;
        await target.TxnAsync(new Txn { Then = [new PutOp(Filler, default)] }, cancellationToken).ConfigureAwait(false);
    }
}
