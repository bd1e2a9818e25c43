using Cybernetes.Store.Embedded.History;
using Cybernetes.Store.Embedded.Writing;

namespace Cybernetes.Store.Embedded.Sqlite;

/// <summary>
/// The file: every version not yet compacted is a row of <c>history</c>, in the order it was written. WAL with <c>synchronous=FULL</c>:
/// a commit that returned is on the disk. A lock file keeps a second process out.
/// </summary>
internal sealed class HistoryFile : IHistoryFile
{
    private const int ShrinkPages = 512;
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly Database _database;
    private readonly RowWriter _rows;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private long _freeBytes;

    private HistoryFile(string path, FileStream @lock, Database database)
    {
        _path = path;
        _lock = @lock;
        _database = database;
        _rows = new RowWriter(database);
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        NoteFree();
    }

    public (long Allocated, long InUse) Size
    {
        get
        {
            var file = new FileInfo(_path).Length;
            var wal = new FileInfo(_path + "-wal");
            return (file + (wal.Exists ? wal.Length : 0), file - Interlocked.Read(ref _freeBytes));
        }
    }

    /// <exception cref="StoreException">It cannot be opened; the message says why and what to do.</exception>
    public static HistoryFile Open(string path)
    {
        FileStream? @lock = null;
        Database? database = null;
        try
        {
            @lock = Lock(path);
            Damage.CheckHeader(path);
            database = new Database(path);
            Schema.Prepare(database, durable: true);
            return new HistoryFile(path, @lock, database);
        }
        catch (Exception reason)
        {
            database?.Dispose();
            @lock?.Dispose();
            throw reason switch
            {
                StoreException => reason,
                SqliteFailure { IsDamage: true } => Damage.Report(path, reason.Message),
                SqliteFailure { IsFull: true } => StoreException.NoSpace(reason),
                _ => new StoreException(StoreError.Unavailable, $"cannot open the store {path}: {reason.Message}", reason),
            };
        }
    }

    /// <summary>Reads everything.</summary>
    /// <exception cref="StoreException">The file is damaged.</exception>
    public LoadedHistory Load()
    {
        try
        {
            return HistoryReader.Read(_database);
        }
        catch (SqliteFailure reason)
        {
            throw Damage.Report(_path, reason.Message);
        }
        catch (StoreException reason) when (reason.Error == StoreError.Corrupt)
        {
            throw Damage.Report(_path, reason.Message);
        }
    }

    public void Commit(WriteSet set)
    {
        try
        {
            _begin.Run();
            Write(set);
            _commit.Run();
        }
        catch (SqliteFailure reason)
        {
            var undone = Undo();
            throw reason.IsFull && undone
                ? StoreException.NoSpace(reason)
                : new StoreException(
                    StoreError.Unavailable, $"the store {_path} cannot be written any more, restart the server: {reason.Message}", reason, isCertain: false);
        }
    }

    public bool Shrink()
    {
        try
        {
            var more = NoteFree() > 0;
            if (more)
            {
                _database.Execute($"PRAGMA incremental_vacuum({ShrinkPages})");
                more = NoteFree() > 0;
            }
            if (!more)
            {
                _database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            return more;
        }
        catch (SqliteFailure reason)
        {
            throw StoreException.NoSpace(reason);
        }
    }

    public void CopyTo(string path)
    {
        using var reader = new Database(_path, readOnly: true);
        using var copy = reader.Prepare("VACUUM INTO ?");
        copy.Bind(1, path).Run();
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _rows.Dispose();
        _database.Dispose();
        _lock.Dispose();
    }

    private void Write(WriteSet set)
    {
        foreach (var batch in set.Batches)
        {
            foreach (var change in batch.Events)
            {
                _rows.Insert(change.Item);
            }
        }
        set.Forgotten.ForEach(_rows.Forget);
        set.Granted.ForEach(lease => _rows.Grant(lease.Id, lease.Seconds));
        set.Revoked.ForEach(_rows.Revoke);
        if (set.Compaction is var (compacted, revision))
        {
            _rows.Compacted(compacted, revision);
        }
    }

    private bool Undo()
    {
        try
        {
            if (_database.InTransaction)
            {
                _database.Execute("ROLLBACK");
            }
            return true;
        }
        catch (SqliteFailure)
        {
            return false;
        }
    }

    private long NoteFree()
    {
        var pages = _database.Number("PRAGMA freelist_count");
        Interlocked.Exchange(ref _freeBytes, pages * _database.Number("PRAGMA page_size"));
        return pages;
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException reason) when (reason is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new StoreException(StoreError.Unavailable, $"the store {path} is in use by another process ({reason.Message})", reason);
        }
    }
}
