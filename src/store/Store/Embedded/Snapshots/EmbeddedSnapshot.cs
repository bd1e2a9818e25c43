using System.Security.Cryptography;
using Cybernetes.Store.Embedded.Index;
using Cybernetes.Store.Embedded.Sqlite;

namespace Cybernetes.Store.Embedded.Snapshots;

/// <summary>
/// Snapshots of the embedded store: an SQLite file, which may be followed by its SHA-256 as <c>etcdctl snapshot save</c> leaves it. Whatever is written
/// appears under its name only when it is whole and on the disk.
/// </summary>
public static class EmbeddedSnapshot
{
    private const int Block = 512;

    /// <summary>Copies the store in a file, which may be in use, to a new file.</summary>
    /// <exception cref="StoreException">There is no store, or no room.</exception>
    public static void Save(string store, string snapshot)
    {
        if (!File.Exists(store))
        {
            throw new StoreException(StoreError.Unavailable, $"there is no store at {store}");
        }
        WholeFile.Write(snapshot, part => Guard(store, () =>
        {
            using var reader = new Database(store, readOnly: true);
            using var copy = reader.Prepare("VACUUM INTO ?");
            copy.Bind(1, part).Run();
        }));
    }

    /// <summary>Makes a store from a snapshot. The whole snapshot is checked first.</summary>
    /// <param name="snapshot">It.</param>
    /// <param name="store">The file to make; must not exist.</param>
    /// <param name="bumpRevision">
    /// Moves the store's revision on by so many, and compacts up to there, so that no revision a client has seen after the snapshot comes twice.
    /// </param>
    /// <exception cref="StoreException">The snapshot is damaged, or the store exists.</exception>
    public static SnapshotStatus Restore(string snapshot, string store, long bumpRevision = 0)
    {
        foreach (var file in new[] { store, store + "-wal" })
        {
            if (File.Exists(file))
            {
                throw new StoreException(StoreError.Invalid, $"{file} exists; a snapshot is restored only where there is no store");
            }
        }
        var status = default(SnapshotStatus);
        WholeFile.Write(store, part =>
        {
            CopyWithoutSum(snapshot, part);
            status = Guard(snapshot, () => Check(part, bumpRevision));
        });
        return status!;
    }

    /// <summary>Checks a snapshot and tells what is in it. Reads all of it.</summary>
    /// <exception cref="StoreException">It is damaged.</exception>
    public static SnapshotStatus Status(string snapshot)
    {
        var copy = Path.Combine(Path.GetTempPath(), $"c8s-status-{Guid.NewGuid():n}");
        try
        {
            CopyWithoutSum(snapshot, copy);
            return Guard(snapshot, () => Check(copy, 0));
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Makes a store of the given keys as they are at a revision; what was before counts as compacted.</summary>
    /// <exception cref="StoreException">It exists, or cannot be written.</exception>
    public static void Import(string store, IEnumerable<KeyValue> items, Revision revision, IEnumerable<LeaseStatus> leases)
    {
        if (File.Exists(store))
        {
            throw new StoreException(StoreError.Invalid, $"{store} exists; a store is made only where there is none");
        }
        WholeFile.Write(store, part => HistoryExport.Write(
            part, Numbered(items), revision.Value, leases.Select(lease => (lease.Id, (long)lease.GrantedTtl.TotalSeconds))));
    }

    /// <summary>Keys written by one transaction get a place in it each.</summary>
    private static IEnumerable<KeyValue> Numbered(IEnumerable<KeyValue> items) => items.GroupBy(item => item.ModRevision)
        .SelectMany(group => group.Select((item, sub) => new KeyValue
        {
            Key = item.Key,
            Value = item.Value,
            CreateRevision = item.CreateRevision,
            ModRevision = item.ModRevision,
            Version = item.Version,
            Lease = item.Lease,
            Sub = sub,
        }));

    private static SnapshotStatus Check(string file, long bumpRevision)
    {
        Damage.CheckLength(file);
        using var database = new Database(file);
        if (database.Number("PRAGMA application_id") != Schema.ApplicationId)
        {
            throw new StoreException(StoreError.Invalid, "it is not a snapshot of an embedded store");
        }
        database.Execute("PRAGMA journal_mode=OFF");
        using (var rows = database.Prepare("PRAGMA quick_check(1)"))
        {
            if (rows.Step() && rows.Text(0) is var answer and not "ok")
            {
                throw new StoreException(StoreError.Corrupt, answer);
            }
        }
        var state = HistoryReader.Read(database).State;
        if (bumpRevision > 0)
        {
            using var writer = new RowWriter(database);
            writer.Compacted(state.Revision + bumpRevision, state.Revision + bumpRevision);
            state = state with { Revision = state.Revision + bumpRevision, Compacted = state.Revision + bumpRevision };
        }
        var sum = new Summer();
        state.Tree.Visit(KeyRange.All, long.MaxValue, ref sum);
        return new SnapshotStatus(
            sum.Hash, new Revision(state.Revision), new Revision(state.Compacted), state.Tree.Root.Live, new FileInfo(file).Length);
    }

    /// <exception cref="StoreException">The sum is there and wrong, or it ends early.</exception>
    private static void CopyWithoutSum(string from, string to)
    {
        if (!File.Exists(from))
        {
            throw new StoreException(StoreError.Unavailable, $"there is no snapshot at {from}");
        }
        using (var source = File.OpenRead(from))
        using (var target = File.Create(to))
        {
            source.CopyTo(target);
        }
        using var copy = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        if (copy.Length % Block != SHA256.HashSizeInBytes)
        {
            return;
        }
        var content = copy.Length - SHA256.HashSizeInBytes;
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        copy.Position = content;
        copy.ReadExactly(expected);
        copy.SetLength(content);
        copy.Position = 0;
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(copy, actual);
        if (!actual.SequenceEqual(expected))
        {
            throw new StoreException(StoreError.Corrupt, $"the snapshot {from} is damaged: its SHA-256 is not the one at its end; take another");
        }
    }

    private static void Guard(string file, Action action) => Guard(file, () =>
    {
        action();
        return true;
    });

    private static T Guard<T>(string file, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteFailure error) when (error.IsFull)
        {
            throw StoreException.NoSpace(error);
        }
        catch (Exception error) when (error is SqliteFailure or StoreException { Error: StoreError.Corrupt })
        {
            throw new StoreException(StoreError.Corrupt, $"{file} is damaged: {error.Message}; take another snapshot", error);
        }
    }

    private struct Summer : IKeyVisitor
    {
        public uint Hash;

        public bool Visit(KeyValue item)
        {
            Hash = System.Numerics.BitOperations.Crc32C(Hash, RowSum.Content(item));
            return true;
        }
    }
}
