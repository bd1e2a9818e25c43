using SQLitePCL;

namespace Cybernetes.Store.Embedded.Sqlite;

/// <summary>SQLite said no.</summary>
internal sealed class SqliteFailure(int code, string message) : Exception($"SQLite error {code}: {message}")
{
    private const int ShmSize = raw.SQLITE_IOERR | (19 << 8);

    /// <summary>Whether the disk is full: nothing was written, and the file is as it was.</summary>
    public bool IsFull => (code & 0xff) == raw.SQLITE_FULL || code == ShmSize;

    /// <summary>Whether the file is not what it should be.</summary>
    public bool IsDamage => (code & 0xff) is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;
}
