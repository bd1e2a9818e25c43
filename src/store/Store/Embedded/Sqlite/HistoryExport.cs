using Cybernetes.Store.Embedded.Index;
using Cybernetes.Store.Embedded.Writing;

namespace Cybernetes.Store.Embedded.Sqlite;

/// <summary>Writes a new file that holds the newest version of every key, with its revisions, and no history before.</summary>
internal static class HistoryExport
{
    public static void Write(string path, StoreState state)
    {
        var items = new Collector { Items = [] };
        state.Tree.Visit(KeyRange.All, state.Revision, ref items);
        Write(path, items.Items, state.Revision, []);
    }

    /// <exception cref="StoreException">It cannot be written.</exception>
    public static void Write(string path, IEnumerable<KeyValue> items, long revision, IEnumerable<(LeaseId Id, long Seconds)> leases)
    {
        try
        {
            using var database = new Database(path);
            Schema.Prepare(database, durable: false);
            using var rows = new RowWriter(database);
            database.Execute("BEGIN");
            foreach (var item in items.OrderBy(item => item.ModRevision).ThenBy(item => item.Sub))
            {
                rows.Insert(item);
            }
            foreach (var (id, seconds) in leases)
            {
                rows.Grant(id, seconds);
            }
            rows.Compacted(revision, revision);
            database.Execute("COMMIT");
        }
        catch (SqliteFailure reason)
        {
            throw new StoreException(StoreError.Unavailable, $"cannot write {path}: {reason.Message}", reason);
        }
    }

    private struct Collector : IKeyVisitor
    {
        public List<KeyValue> Items;

        public bool Visit(KeyValue item)
        {
            Items.Add(item);
            return true;
        }
    }
}
