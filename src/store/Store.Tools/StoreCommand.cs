using System.Globalization;
using Cybernetes.Store.Embedded;
using Cybernetes.Store.Embedded.Snapshots;
using Cybernetes.Store.Etcd;

namespace Cybernetes.Store.Tools;

/// <summary>
/// <c>c8s store</c>: snapshots of the embedded store, and moving a cluster between it and etcd. Exit codes: 0 done, 1 failed, 2 wrong usage.
/// </summary>
public static class StoreCommand
{
    private const string Usage = """
        Usage:
          c8s store snapshot save FILE      [--data STORE]                 copy the store, which may be in use
          c8s store snapshot save FILE      --etcd-servers URL[,URL]       save etcd's own snapshot
          c8s store snapshot restore FILE   [--data STORE] [--bump-revision N]
          c8s store snapshot status FILE    [-w simple|table|json]
          c8s store migrate --to-etcd URL[,URL]   [--data STORE]           etcd must be empty, the server stopped
          c8s store migrate --to-embedded STORE   --etcd-servers URL[,URL]

        etcd over TLS: --etcd-cafile, --etcd-certfile, --etcd-keyfile
        STORE is the store's file, by default {0}

        """;

    private static readonly string[] Flags =
        ["--data", "--etcd-servers", "--etcd-cafile", "--etcd-certfile", "--etcd-keyfile", "--bump-revision", "-w", "--write-out", "--to-etcd", "--to-embedded"];

    /// <summary>Runs it.</summary>
    /// <param name="args">What follows <c>c8s store</c>.</param>
    /// <param name="defaultStore">The server's store file, when none is named.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, string defaultStore, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        var arguments = Arguments.Parse(args, Flags, out var problem);
        if (arguments is null)
        {
            errors.WriteLine($"error: {problem}");
            errors.Write(Usage, defaultStore);
            return 2;
        }
        try
        {
            switch (arguments.Words)
            {
                case ["snapshot", "save", var file]:
                    await SaveAsync(file, arguments, defaultStore, output, cancellationToken).ConfigureAwait(false);
                    return 0;
                case ["snapshot", "restore", var file]:
                    Restore(file, arguments, defaultStore, output);
                    return 0;
                case ["snapshot", "status", var file]:
                    SnapshotReport.Write(output, EmbeddedSnapshot.Status(file), arguments.Get("-w") ?? arguments.Get("--write-out") ?? "simple");
                    return 0;
                case ["migrate"] when arguments.Get("--to-etcd") is { } urls:
                    await ToEtcdAsync(urls, arguments, defaultStore, output, cancellationToken).ConfigureAwait(false);
                    return 0;
                case ["migrate"] when arguments.Get("--to-embedded") is { } store && arguments.Get("--etcd-servers") is { } urls:
                    await ToEmbeddedAsync(urls, store, arguments, output, cancellationToken).ConfigureAwait(false);
                    return 0;
                default:
                    errors.Write(Usage, defaultStore);
                    return 2;
            }
        }
        catch (Exception error) when (error is StoreException or IOException or UnauthorizedAccessException or FormatException)
        {
            errors.WriteLine($"error: {error.Message}");
            return 1;
        }
    }

    private static async Task SaveAsync(string file, Arguments arguments, string defaultStore, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments.Get("--etcd-servers") is { } urls)
        {
            await using var etcd = new EtcdStore(Options(urls, arguments));
            await using var target = File.Create(file);
            await etcd.SnapshotAsync(target, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            EmbeddedSnapshot.Save(arguments.Get("--data") ?? defaultStore, file);
        }
        output.WriteLine($"Snapshot saved at {file}");
    }

    private static void Restore(string file, Arguments arguments, string defaultStore, TextWriter output)
    {
        var store = arguments.Get("--data") ?? defaultStore;
        var bump = long.Parse(arguments.Get("--bump-revision") ?? "0", CultureInfo.InvariantCulture);
        var status = EmbeddedSnapshot.Restore(file, store, bump);
        output.WriteLine($"Restored {status.Keys} keys at revision {status.Revision} to {store}");
    }

    private static async Task ToEtcdAsync(string urls, Arguments arguments, string defaultStore, TextWriter output, CancellationToken cancellationToken)
    {
        var path = arguments.Get("--data") ?? defaultStore;
        if (!File.Exists(path))
        {
            throw new StoreException(StoreError.Unavailable, $"there is no store at {path}");
        }
        await using var source = EmbeddedStore.Open(path, new EmbeddedStoreOptions { CompactionInterval = TimeSpan.Zero });
        await using var target = new EtcdStore(Options(urls, arguments));
        var revision = await new ToEtcdMigration(source, target).RunAsync(cancellationToken).ConfigureAwait(false);
        output.WriteLine($"Migrated {path} to {urls} at revision {revision}; start the servers with --etcd-servers={urls}");
    }

    private static async Task ToEmbeddedAsync(string urls, string path, Arguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        await using var source = new EtcdStore(Options(urls, arguments));
        var (revision, keys) = await ToEmbeddedMigration.RunAsync(source, path, cancellationToken).ConfigureAwait(false);
        output.WriteLine($"Migrated {keys} keys from {urls} to {path} at revision {revision}");
    }

    private static EtcdOptions Options(string urls, Arguments arguments) => new()
    {
        Endpoints = urls.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        CaFile = arguments.Get("--etcd-cafile"),
        CertFile = arguments.Get("--etcd-certfile"),
        KeyFile = arguments.Get("--etcd-keyfile"),
    };
}
