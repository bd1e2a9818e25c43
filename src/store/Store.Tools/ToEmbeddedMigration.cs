using Cybernetes.Store.Embedded.Snapshots;

namespace Cybernetes.Store.Tools;

/// <summary>
/// From any store to an embedded one: every key as it is at one revision, with its revisions, version and lease. History before is not carried: it counts
/// as compacted, and watchers list again.
/// </summary>
internal static class ToEmbeddedMigration
{
    private const int Page = 1000;

    public static async Task<(Revision Revision, long Keys)> RunAsync(IStore source, string path, CancellationToken cancellationToken)
    {
        var items = new List<KeyValue>();
        var revision = Revision.None;
        var range = KeyRange.All;
        bool more;
        do
        {
            var page = await source.RangeAsync(new RangeRequest(range, revision, Page), cancellationToken).ConfigureAwait(false);
            revision = revision.IsNone ? page.Revision : revision;
            items.AddRange(page.Items);
            more = page.More;
            range = more ? KeyRange.From(page.Items[^1].Key.Next()) : range;
        }
        while (more);
        var leases = new List<LeaseStatus>();
        foreach (var id in await source.ListLeasesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await source.GetLeaseAsync(id, withKeys: false, cancellationToken).ConfigureAwait(false) is { } lease)
            {
                leases.Add(lease);
            }
        }
        EmbeddedSnapshot.Import(path, items, revision, leases);
        return (revision, items.Count);
    }
}
