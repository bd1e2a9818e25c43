using Cybernetes.Base.Flags;
using Cybernetes.Base.Logging;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Informers.Caching;
using Cybernetes.Nftables;
using Cybernetes.Proxy.Host;
using Cybernetes.Proxy.Services;

namespace Cybernetes.Proxy.Command;

/// <summary><c>kube-proxy</c>: the proxy alone, against any API server.</summary>
public static class KubeProxyCommand
{
    /// <summary>Runs until cancelled; the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var flags = new KubeProxyFlags();
        KubeProxySettings settings;
        ClientConfig config;
        try
        {
            settings = flags.Parse(arguments);
            if (flags.CleansUp)
            {
                var removed = await ServiceTable.RemoveAsync(new NftRunner(), cancellationToken);
                return removed.Succeeded ? 0 : Fail(removed.Error!);
            }

            if (flags.InitOnly)
            {
                return 0;
            }

            config = Connection(settings);
        }
        catch (FlagHelpRequestedException)
        {
            Console.Out.Write(flags.Usage());
            return 0;
        }
        catch (Exception e) when (e is FlagException or ConfigurationException or IOException)
        {
            return Fail(e.Message);
        }

        using var logs = new ComponentLoggerFactory(flags.Logs);
        using var transport = new HttpApiTransport(config with { UserAgent = "kube-proxy" });
        var informers = new InformerFactory(new KubeClient(transport), logs);
        var agent = settings.Options.EnforcesPolicies ? informers : null;
        var host = ProxyHost.RunAsync(settings.Options, informers, agent, logs.CreateLogger("kube-proxy"), null, cancellationToken);
        await Task.WhenAll(host, informers.RunAsync(cancellationToken));
        return 0;
    }

    private static ClientConfig Connection(KubeProxySettings settings)
    {
        var config = settings.Kubeconfig.Length > 0 ? Kubeconfig.Load(settings.Kubeconfig).ToClientConfig()
            : settings.Master.Length == 0 && InClusterConfig.IsAvailable ? InClusterConfig.Load() : new ClientConfig();
        return settings.Master.Length > 0 ? config with { Server = new Uri(settings.Master) } : config;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"Error: {message}");
        return 1;
    }
}
