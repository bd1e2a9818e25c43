using Cybernetes.ApiServer.Encryption.Kms;
using Cybernetes.Base.Flags;

namespace Cybernetes.ApiServer.Encryption.KmsDev;

/// <summary><c>c8s kms-dev --listen unix:///run/kms.sock --key-file keys</c>.</summary>
public static class KmsDevCommand
{
    /// <summary>Serves until cancelled; the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var flags = new FlagSet("kms-dev");
        var listen = flags.String("listen", "unix:///tmp/c8s-kms-dev.sock", "The `socket` to serve KMS v1 and v2 on; unix:///@name for an abstract one.");
        var keyFile = flags.String("key-file", "c8s-kms-dev.keys", "The `file` of keys, made when missing: lines of ID and base64; the first seals, all open.");
        try
        {
            flags.Parse(arguments);
        }
        catch (FlagHelpRequestedException)
        {
            await Console.Out.WriteLineAsync($"Usage: c8s kms-dev [flags]\n\nA KMS plugin with a local key, for tests and trials.\n\nFlags:\n{flags.FlagUsages()}").ConfigureAwait(false);
            return 0;
        }
        catch (FlagException e)
        {
            await Console.Error.WriteLineAsync($"error: {e.Message}").ConfigureAwait(false);
            return 1;
        }
        if (!KmsEndpoint.IsValid(listen.Value))
        {
            await Console.Error.WriteLineAsync($"error: --listen must be unix:///path, got \"{listen.Value}\"").ConfigureAwait(false);
            return 1;
        }
        await using var server = await KmsDevServer.StartAsync(listen.Value, keyFile.Value, cancellationToken).ConfigureAwait(false);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
        return 0;
    }
}
