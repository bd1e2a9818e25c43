using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Configuration;
using Cybernetes.ControlPlanes;
using Cybernetes.Store;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Encryption;

/// <summary>
/// Brings what is stored to what the encryption file says: Secrets stored in the clear or by an older key are written anew; when none is left, the
/// older keys leave the file. Level-triggered: it looks at the stored bytes, so that it goes on where a former process stopped.
/// </summary>
internal sealed class EncryptionKeeper(ClusterOptions options, ControlPlane plane, ILogger logger)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);
    private const string Prefix = "/registry/secrets/";

    /// <summary>Looks when the file has changed, and until all is as it says.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var client = plane.ClientOf("system:c8s-encryption", ["system:masters"], "c8s");
        var settled = "";
        using var timer = new PeriodicTimer(Period);
        do
        {
            var stamp = File.Exists(options.EncryptionFile) ? await File.ReadAllTextAsync(options.EncryptionFile, cancellationToken) : "";
            if (stamp != settled && await SettleAsync(client, cancellationToken))
            {
                settled = stamp;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>How many stored Secrets are as a file wants them, and which are not.</summary>
    public static async Task<(int Good, IReadOnlyList<NamespacedName> Stale)> CountAsync(IStore store, EncryptionFile file, CancellationToken cancellationToken)
    {
        var all = await store.RangeAsync(new RangeRequest(KeyRange.Prefix(Prefix)), cancellationToken);
        var stale = all.Items.Where(item => !IsAsWanted(item.Value.Span, file)).Select(item => NameOf(item.Key)).ToList();
        return (all.Items.Count - stale.Count, stale);
    }

    /// <summary>Whether stored bytes are as a file wants them. Pure.</summary>
    public static bool IsAsWanted(ReadOnlySpan<byte> stored, EncryptionFile file) =>
        file.WantedPrefix is { } prefix ? stored.StartsWith(Encoding.UTF8.GetBytes(prefix)) : !stored.StartsWith("k8s:enc:"u8);

    private async Task<bool> SettleAsync(KubeClient client, CancellationToken cancellationToken)
    {
        if (!File.Exists(options.EncryptionFile) || EncryptionFile.Read(options.EncryptionFile) is not { } file)
        {
            return true;
        }

        var (_, stale) = await CountAsync(plane.Store, file, cancellationToken);
        foreach (var name in stale)
        {
            if ((await client.GetAsync<Secret>(name.Namespace, name.Name, cancellationToken)).OrNull() is { } secret)
            {
                // The server writes even what has not changed when it is stored by an old key; somebody else's change in between does as well.
                await client.UpdateAsync(secret, cancellationToken: cancellationToken);
            }
        }

        var (good, left) = await CountAsync(plane.Store, file, cancellationToken);
        if (stale.Count > left.Count)
        {
            EncryptionKeeperLog.Rewritten(logger, stale.Count - left.Count, left.Count);
        }

        if (left.Count > 0)
        {
            return false;
        }

        if (file is { Enabled: true, Keys.Count: > 1 } && !options.SharesStore)
        {
            (file with { Keys = [file.Keys[0]] }).WriteTo(options.EncryptionFile);
            EncryptionKeeperLog.Settled(logger, file.Keys[0].Name, good);
        }

        return true;
    }

    private static NamespacedName NameOf(StoreKey key)
    {
        var parts = Encoding.UTF8.GetString(key.Span[Prefix.Length..]).Split('/', 2);
        return new NamespacedName(parts[0], parts[1]);
    }
}
