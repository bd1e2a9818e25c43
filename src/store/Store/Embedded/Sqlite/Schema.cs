namespace Cybernetes.Store.Embedded.Sqlite;

/// <summary>The tables of the file, and how a connection that writes it is set up.</summary>
internal static class Schema
{
    /// <summary>"c8s1", SQLite's application_id.</summary>
    public const int ApplicationId = 0x63387331;

    public const int PageSize = 8192;

    /// <summary>Makes a new file's tables; nothing on one that has them.</summary>
    public static void Prepare(Database database, bool durable)
    {
        // The page size and the vacuum mode hold only if set before the first table.
        database.Execute($"PRAGMA page_size={PageSize}");
        database.Execute("PRAGMA auto_vacuum=INCREMENTAL");
        database.Execute(durable ? "PRAGMA journal_mode=WAL" : "PRAGMA journal_mode=OFF");
        database.Execute(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
        database.Execute("PRAGMA wal_autocheckpoint=2000");
        database.Execute($"PRAGMA journal_size_limit={64 << 20}");
        database.Execute("PRAGMA temp_store=MEMORY");
        if (database.Number("PRAGMA application_id") == ApplicationId)
        {
            return;
        }
        database.Execute("BEGIN IMMEDIATE");
        database.Execute($"PRAGMA application_id={ApplicationId}");
        database.Execute("PRAGMA user_version=1");
        database.Execute(
            "CREATE TABLE history(id INTEGER PRIMARY KEY, key BLOB NOT NULL, value BLOB NOT NULL, created INTEGER NOT NULL, " +
            "version INTEGER NOT NULL, lease INTEGER NOT NULL, sum INTEGER NOT NULL)");
        database.Execute("CREATE TABLE lease(id INTEGER PRIMARY KEY, seconds INTEGER NOT NULL)");
        database.Execute("CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID");
        database.Execute("COMMIT");
    }
}
