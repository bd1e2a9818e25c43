using Cybernetes.Configuration;
using Cybernetes.Store.Embedded;

namespace Cybernetes.Encryption;

/// <summary>
/// <c>c8s encryption status|enable|disable|rotate</c>: how Secrets are stored. It only writes the file: the server reads it within a minute, and then
/// what is stored follows; a server that does not run does it at its next start.
/// </summary>
internal static class EncryptionCommand
{
    private const string Usage = """
        How Secrets are encrypted in the store.

        Usage:
          c8s encryption status     show how they are encrypted
          c8s encryption rotate     make a new key; Secrets are stored anew by it, then the old key is forgotten
          c8s encryption disable    store Secrets in the clear from now on
          c8s encryption enable     encrypt them again, with a new key
        """;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var flags = new ClusterFlags("c8s encryption");
        var (read, exitCode) = flags.Read(args, Usage, Console.Out, Console.Error);
        if (read is not { } options)
        {
            return exitCode;
        }

        var path = options.EncryptionFile;
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"error: there is no cluster in {options.DataDirectory}: {path} does not exist");
            return 1;
        }

        var file = EncryptionFile.Read(path);
        if (file is null)
        {
            Console.Error.WriteLine($"error: {path} was written by hand: change it by hand, as https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/ tells");
            return 1;
        }

        switch (flags.Set.Args)
        {
            case ["status"]:
                await StatusAsync(options, file, cancellationToken);
                return 0;
            case ["rotate"] when !file.Enabled:
                Console.Error.WriteLine("error: Secrets are not encrypted; `c8s encryption enable` begins to");
                return 1;
            case ["enable"] when file.Enabled:
                break;
            case ["rotate"] or ["enable"]:
                (new EncryptionFile(true, [EncryptionFile.NewKey(TimeProvider.System), .. file.Keys])).WriteTo(path);
                break;
            case ["disable"] when file.Enabled:
                (file with { Enabled = false }).WriteTo(path);
                break;
            case ["disable"]:
                break;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }

        Console.Out.WriteLine($"Written to {path}. The server reads it within a minute and then stores all Secrets anew; `c8s encryption status` shows how far it is.");
        return 0;
    }

    private static async Task StatusAsync(ClusterOptions options, EncryptionFile file, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine(file.Enabled ? $"Encryption: secretbox, key {file.Keys[0].Name}{(file.Keys.Count > 1 ? $", {file.Keys.Count - 1} older" : "")}" : "Encryption: off");
        if (options.SharesStore || !File.Exists(options.StoreFile))
        {
            return;
        }

        // A copy, because the server may have the store open.
        var copy = Path.Combine(Path.GetTempPath(), $"c8s-{Guid.NewGuid():N}.db");
        try
        {
            Store.Embedded.Snapshots.EmbeddedSnapshot.Save(options.StoreFile, copy);
            await using var store = EmbeddedStore.Open(copy);
            var (good, stale) = await EncryptionKeeper.CountAsync(store, file, cancellationToken);
            Console.Out.WriteLine($"Stored so: {good} of {good + stale.Count} Secrets");
        }
        finally
        {
            foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(copy) + "*"))
            {
                File.Delete(left);
            }
        }
    }
}
