using System.Formats.Tar;
using Cybernetes.Configuration;
using Cybernetes.Store;
using Cybernetes.Store.Embedded.Snapshots;
using Cybernetes.Up;

namespace Cybernetes.Backup;

/// <summary>
/// <c>c8s backup save|restore FILE</c>: everything that makes a cluster the same cluster in one tar archive: a snapshot of the store, keys and
/// certificates, the keys of Secrets. The archive is a secret itself.
/// </summary>
internal static class BackupCommand
{
    private const string Usage = """
        A backup of the cluster's state in one file, which is as secret as the cluster itself.

        Usage:
          c8s backup save FILE       also while the cluster runs
          c8s backup restore FILE    on a machine without a cluster, or with --data-dir elsewhere; then `c8s up`
        """;

    private const string StoreEntry = "store.snapshot";

    // No revision that a watcher of the lost cluster has seen comes again.
    private const long RevisionBump = 1_000_000;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var flags = new ClusterFlags("c8s backup");
        var (read, exitCode) = flags.Read(args, Usage, Console.Out, Console.Error);
        if (read is not { } options)
        {
            return Task.FromResult(exitCode);
        }

        try
        {
            switch (flags.Set.Args)
            {
                case ["save", var file]:
                    Save(options, file);
                    Console.Out.WriteLine($"backup of {options.DataDirectory} saved at {file}; keep it secret");
                    return Task.FromResult(0);
                case ["restore", var file]:
                    return Task.FromResult(Restore(options, file));
                default:
                    Console.Error.WriteLine(Usage);
                    return Task.FromResult(2);
            }
        }
        catch (Exception e) when (e is IOException or StoreException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return Task.FromResult(1);
        }
    }

    /// <summary>Writes the archive, readable by its owner only; a part of one never stands under the name.</summary>
    internal static void Save(ClusterOptions options, string file)
    {
        var (partial, snapshot) = (file + ".partial", Path.Combine(Path.GetTempPath(), $"c8s-{Guid.NewGuid():N}.db"));
        try
        {
            using (var stream = new FileStream(partial, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            using (var tar = new TarWriter(stream, TarEntryFormat.Pax))
            {
                if (!options.SharesStore)
                {
                    EmbeddedSnapshot.Save(options.StoreFile, snapshot);
                    tar.WriteEntry(snapshot, StoreEntry);
                }

                foreach (var path in Directory.GetFiles(options.PkiDirectory).Append(options.EncryptionFile).Where(File.Exists))
                {
                    tar.WriteEntry(path, Path.GetRelativePath(options.DataDirectory, path));
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, file, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
            File.Delete(snapshot);
        }
    }

    internal static int Restore(ClusterOptions options, string file)
    {
        using var pidFile = new PidFile(options.DataDirectory);
        if (pidFile.Running() is { } running)
        {
            Console.Error.WriteLine($"error: process {running.Id} runs the cluster in {options.DataDirectory}; `c8s down` stops it");
            return 1;
        }

        if (File.Exists(options.StoreFile) || Directory.Exists(options.PkiDirectory))
        {
            Console.Error.WriteLine($"error: there is a cluster in {options.DataDirectory} already; `c8s down --purge` removes it");
            return 1;
        }

        Directory.CreateDirectory(options.PkiDirectory);
        using var stream = File.OpenRead(file);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            // Only what a backup has may be in it: no path leads elsewhere.
            var name = entry.Name;
            if (name == StoreEntry)
            {
                var snapshot = Path.Combine(options.DataDirectory, StoreEntry);
                entry.ExtractToFile(snapshot, overwrite: true);
                var status = EmbeddedSnapshot.Restore(snapshot, options.StoreFile, RevisionBump);
                File.Delete(snapshot);
                Console.Out.WriteLine($"restored the store at revision {status.Revision}, {status.Keys} keys");
            }
            else if (name == Path.GetFileName(options.EncryptionFile) || (Path.GetDirectoryName(name) == "pki" && Path.GetFileName(name).Length > 0))
            {
                entry.ExtractToFile(Path.Combine(options.DataDirectory, name), overwrite: true);
            }
            else
            {
                throw new InvalidDataException($"{file} is no backup of c8s: it holds {name}");
            }
        }

        Console.Out.WriteLine($"restored into {options.DataDirectory}; `c8s up` starts the cluster");
        return 0;
    }
}
