using Cybernetes.Store.Embedded.History;
using Cybernetes.Store.Embedded.Writing;

namespace Cybernetes.Store.Embedded.Sqlite;

/// <summary>Reads the tables.</summary>
internal static class HistoryReader
{
    /// <exception cref="StoreException">A row or a revision is not what it should be.</exception>
    public static LoadedHistory Read(Database database)
    {
        var loader = new HistoryLoader(Meta(database, "compacted"), Meta(database, "revision"));
        foreach (var item in Versions(database))
        {
            loader.Add(item);
        }
        return loader.Finish(Leases(database));
    }

    public static long Meta(Database database, string name) => database.Number($"SELECT value FROM meta WHERE name='{name}'");

    private static IEnumerable<KeyValue> Versions(Database database)
    {
        using var rows = database.Prepare("SELECT id,key,value,created,version,lease,sum FROM history ORDER BY id");
        while (rows.Step())
        {
            var id = rows.Int64(0);
            var item = new KeyValue
            {
                Key = StoreKey.Own(rows.Blob(1)),
                Value = rows.Blob(2),
                CreateRevision = new Revision(rows.Int64(3)),
                ModRevision = new Revision(RowId.Revision(id)),
                Version = rows.Int64(4),
                Lease = new LeaseId(rows.Int64(5)),
                Sub = RowId.Sub(id),
            };
            if (RowSum.Of(item) != rows.Int64(6))
            {
                throw new StoreException(StoreError.Corrupt, $"the checksum of revision {item.ModRevision}, key \"{item.Key}\" (row {id}) is wrong");
            }
            yield return item;
        }
    }

    private static List<(LeaseId, long)> Leases(Database database)
    {
        var leases = new List<(LeaseId, long)>();
        using var rows = database.Prepare("SELECT id,seconds FROM lease");
        while (rows.Step())
        {
            leases.Add((new LeaseId(rows.Int64(0)), rows.Int64(1)));
        }
        return leases;
    }
}
