using Cybernetes.Base.Flags;
using Cybernetes.Base.Logging;
using Cybernetes.Store;
using Cybernetes.Store.Embedded;
using Cybernetes.Store.Etcd;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Command;

/// <summary><c>kube-apiserver</c>: takes upstream's flags; with <c>--data-dir</c> alone it makes keys, certificates and store by itself.</summary>
public static class ApiServerCommand
{
    /// <summary>Runs a server until cancelled; the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var flags = new ApiServerFlags();
        ApiServerOptions options;
        try
        {
            flags.Parse(arguments);
            options = flags.ToOptions();
        }
        catch (FlagHelpRequestedException)
        {
            Console.Out.Write(flags.Usage());
            return 0;
        }
        catch (FlagException error)
        {
            await Console.Error.WriteLineAsync($"Error: {error.Message}").ConfigureAwait(false);
            return 1;
        }

        using var logs = new ComponentLoggerFactory(flags.Logs());
        Directory.CreateDirectory(options.DataDirectory);
        var store = OpenStore(options, logs);
        try
        {
            var host = await ApiServerHost.StartAsync(options, store, logs, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            await using (host.ConfigureAwait(false))
            {
                await Task.WhenAny(host.Completion, Task.Delay(Timeout.Infinite, cancellationToken)).ConfigureAwait(false);
                return host.Completion.IsFaulted ? 1 : 0;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception error) when (error is IOException or StoreException or System.Security.Cryptography.CryptographicException)
        {
            await Console.Error.WriteLineAsync($"Error: {error.Message}").ConfigureAwait(false);
            return 1;
        }
    }

    private static IStore OpenStore(ApiServerOptions options, ILoggerFactory logs) => options.EtcdServers.Count == 0
        ? EmbeddedStore.Open(Path.Combine(options.DataDirectory, "store.db"))
        : new EtcdStore(new EtcdOptions
        {
            Endpoints = options.EtcdServers,
            CaFile = NullIfEmpty(options.EtcdTls.Authority),
            CertFile = NullIfEmpty(options.EtcdTls.Certificate),
            KeyFile = NullIfEmpty(options.EtcdTls.Key),
            Logger = logs.CreateLogger("Cybernetes.Store.Etcd"),
        });

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
