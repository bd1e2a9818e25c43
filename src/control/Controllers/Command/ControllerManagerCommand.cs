using System.Security.Cryptography;
using Cybernetes.Base.Flags;
using Cybernetes.Base.Health;
using Cybernetes.Base.Logging;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Identity;
using Cybernetes.Informers.Leases;
using Cybernetes.Serving;

namespace Cybernetes.Controllers.Command;

/// <summary><c>kube-controller-manager</c>: the controllers in a process of their own, one leader at a time.</summary>
public static class ControllerManagerCommand
{
    private const string UserAgent = "kube-controller-manager";

    /// <summary>Runs until cancelled or until leadership is lost; the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var flags = new ControllerManagerFlags();
        try
        {
            if (flags.Set.Parse(arguments) is [var extra, ..])
            {
                throw new FlagException($"\"kube-controller-manager\" does not take any arguments, got [\"{extra}\"]");
            }

            if (ControllerTable.Unknown(flags.ToOptions().Controllers).FirstOrDefault() is { } unknown)
            {
                throw new FlagException($"\"{unknown.TrimStart('-')}\" is not in the list of known controllers");
            }
        }
        catch (FlagHelpRequestedException)
        {
            Console.Out.Write("Usage:\n  kube-controller-manager [flags]\n\nFlags:\n" + flags.Set.FlagUsages());
            return 0;
        }
        catch (Exception e) when (e is FlagException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync("Error: " + e.Message).ConfigureAwait(false);
            return 1;
        }

        if (flags.On("version"))
        {
            Console.Out.WriteLine("Kubernetes " + Base.ProductVersion.GitVersion);
            return 0;
        }

        using var logs = new ComponentLoggerFactory(flags.Logs);
        try
        {
            var config = Config(flags) with { UserAgent = UserAgent };
            using var transport = new HttpApiTransport(config);
            KubeClientOptions Options(string agent) => new() { Qps = flags.Real("kube-api-qps"), Burst = flags.Number("kube-api-burst"), UserAgent = agent };
            var client = new KubeClient(transport, Options(UserAgent));
            using var accounts = new ServiceAccountClients(client, config, account => Options($"{UserAgent}/{account}"));
            var clients = flags.On("use-service-account-credentials") ? accounts.Clients : ControllerClients.Shared(client);

            var metrics = new MetricsRegistry();
            var health = new HealthChecks("healthz");
            // Who has lost the lead ends, so the check says no more than that the process lives.
            health.Add(HealthCheck.Of("leaderElection", () => null));
            // Reviews must not wait behind the controllers' requests.
            var auth = new DelegatedAuth(flags.Serving, client.As(new KubeClientOptions { UserAgent = UserAgent }));
            var pages = new ComponentPages([health], metrics, () => ConfigPage.Of(flags));
            await using var server = new SecureServer(flags.Serving, auth, pages, logs, TimeProvider.System);
            if (flags.Serving.Port > 0)
            {
                await server.StartAsync(cancellationToken).ConfigureAwait(false);
            }

            return await LeadAsync(
                flags,
                client,
                term => ControllerManagerHost.RunAsync(clients, flags.ToOptions(), term, logs, metrics, health: health),
                metrics,
                logs,
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConfigurationException or IOException or UnauthorizedAccessException or FlagException or CryptographicException)
        {
            await Console.Error.WriteLineAsync("Error: " + e.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task<int> LeadAsync(
        ControllerManagerFlags flags, KubeClient client, Func<CancellationToken, Task> lead, MetricsRegistry metrics, ComponentLoggerFactory logs, CancellationToken cancellationToken)
    {
        if (!flags.On("leader-elect"))
        {
            await lead(cancellationToken).ConfigureAwait(false);
            return 0;
        }

        var identity = $"{Environment.MachineName.ToLowerInvariant()}_{Guid.NewGuid()}";
        var options = new LeaderElectionOptions(flags.Text("leader-elect-resource-namespace"), flags.Text("leader-elect-resource-name"), identity)
        {
            LeaseDuration = flags.Span("leader-elect-lease-duration"),
            RenewDeadline = flags.Span("leader-elect-renew-deadline"),
            RetryPeriod = flags.Span("leader-elect-retry-period"),
        };
        var master = metrics.Gauge(
            "leader_election_master_status", "Gauge of if the reporting system is master of the relevant lease, 0 indicates backup, 1 indicates master. 'name' is the string used to identify the lease. Please make sure to group by name.", Stability.Alpha, "name");
        master.With(options.Name).Set(0);
        try
        {
            // The lease must not wait behind the controllers' requests.
            var elector = new LeaderElector(client.As(new KubeClientOptions { UserAgent = UserAgent + "/leader-election" }), options, logs);
            await elector.RunAsync(
                async term =>
                {
                    master.With(options.Name).Set(1);
                    await lead(term).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }

        // Who has lost the lead starts anew, so that nothing of the old term lives on.
        return cancellationToken.IsCancellationRequested ? 0 : 1;
    }

    private static ClientConfig Config(ControllerManagerFlags flags)
    {
        var (file, master) = (flags.Text("kubeconfig"), flags.Text("master"));
        var overrides = new KubeconfigOverrides { Server = master };
        return file.Length > 0 ? Kubeconfig.Load(file).ToClientConfig(overrides)
            : master.Length > 0 ? Kubeconfig.Empty.ToClientConfig(overrides)
            : InClusterConfig.Load();
    }
}
