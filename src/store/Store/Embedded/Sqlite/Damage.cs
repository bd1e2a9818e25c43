using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cybernetes.Store.Embedded.Sqlite;

/// <summary>Finds what is wrong with a file and says it.</summary>
internal static partial class Damage
{
    /// <summary>Refuses what is not a store, and a file shorter than it says it is.</summary>
    /// <exception cref="StoreException">It is one of these.</exception>
    public static void CheckHeader(string path)
    {
        try
        {
            CheckLength(path);
        }
        catch (Broken broken)
        {
            throw Report(path, broken.Message, broken.Offset);
        }
    }

    /// <summary>The same, but the error says only what is wrong.</summary>
    /// <exception cref="StoreException">It is one of these.</exception>
    public static void CheckLength(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists || info.Length == 0)
        {
            return;
        }
        Span<byte> header = stackalloc byte[100];
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            if (read < header.Length)
            {
                throw new Broken("the file ends inside its header", read);
            }
        }
        if (!header.StartsWith("SQLite format 3\0"u8))
        {
            throw new Broken("it does not begin as an SQLite file does", 0);
        }
        var wal = new FileInfo(path + "-wal");
        if (wal.Exists && wal.Length > 0)
        {
            return; // The newest pages are there; SQLite joins the two.
        }
        long pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        var expected = (pageSize == 1 ? 65536 : pageSize) * BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        if (info.Length < expected)
        {
            throw new Broken($"it should have {expected} bytes", info.Length);
        }
        if (BinaryPrimitives.ReadUInt32BigEndian(header[68..]) is not (0 or Schema.ApplicationId))
        {
            throw new StoreException(StoreError.Invalid, $"{path} is an SQLite file, but not a store");
        }
    }

    /// <summary>The error for a damaged file. Where it is damaged is asked of SQLite when not known.</summary>
    public static StoreException Report(string path, string what, long? offset = null)
    {
        offset ??= Find(path);
        var where = offset is { } at ? string.Create(CultureInfo.InvariantCulture, $" at byte {at}") : "";
        return new StoreException(
            StoreError.Corrupt,
            $"the store {path} is damaged{where}: {what}. Nothing was changed. Put the last snapshot in its place: " +
            $"move {path}, {path}-wal and {path}-shm away, then run \"c8s store snapshot restore SNAPSHOT --data {path}\".");
    }

    /// <summary>The offset of the first bad page.</summary>
    private static long? Find(string path)
    {
        try
        {
            using var database = new Database(path, readOnly: true);
            var pageSize = database.Number("PRAGMA page_size");
            using var rows = database.Prepare("PRAGMA integrity_check(20)");
            while (rows.Step())
            {
                var match = Page().Match(rows.Text(0));
                if (match.Success)
                {
                    return (long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1) * pageSize;
                }
            }
        }
        catch (SqliteFailure)
        {
            // Too damaged to be looked at.
        }
        return null;
    }

    private sealed class Broken(string what, long offset) : StoreException(StoreError.Corrupt, what)
    {
        public long Offset { get; } = offset;
    }

    [GeneratedRegex(@"\bpage (\d+)")]
    private static partial Regex Page();
}
