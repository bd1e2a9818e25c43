using Cybernetes.Store.Embedded.Writing;

namespace Cybernetes.Store.Embedded.Sqlite;

/// <summary>The statements that change the tables, prepared once.</summary>
internal sealed class RowWriter(Database database) : IDisposable
{
    private readonly Statement _insert = database.Prepare("INSERT INTO history(id,key,value,created,version,lease,sum) VALUES(?,?,?,?,?,?,?)");
    private readonly Statement _forget = database.Prepare("DELETE FROM history WHERE id=?");
    private readonly Statement _grant = database.Prepare("INSERT INTO lease(id,seconds) VALUES(?,?)");
    private readonly Statement _revoke = database.Prepare("DELETE FROM lease WHERE id=?");
    private readonly Statement _meta = database.Prepare("INSERT INTO meta(name,value) VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value");

    public void Insert(KeyValue item) => _insert
        .Bind(1, RowId.Of(item)).Bind(2, item.Key.Span).Bind(3, item.Value.Span).Bind(4, item.CreateRevision.Value)
        .Bind(5, item.Version).Bind(6, item.Lease.Value).Bind(7, RowSum.Of(item)).Run();

    public void Forget(long id) => _forget.Bind(1, id).Run();

    public void Grant(LeaseId id, long seconds) => _grant.Bind(1, id.Value).Bind(2, seconds).Run();

    public void Revoke(LeaseId id) => _revoke.Bind(1, id.Value).Run();

    public void Compacted(long compacted, long revision)
    {
        _meta.Bind(1, "compacted").Bind(2, compacted).Run();
        _meta.Bind(1, "revision").Bind(2, revision).Run();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _forget.Dispose();
        _grant.Dispose();
        _revoke.Dispose();
        _meta.Dispose();
    }
}
