using System.Security.Cryptography;
using Cybernetes.Api.KubeSchedulerConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Base.Health;
using Cybernetes.Base.Logging;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Client.Configuration;
using Cybernetes.Client.Http;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Leases;
using Cybernetes.Scheduler.Configuration;
using Cybernetes.Serving;
using Value = Cybernetes.Api.Machinery.Value;

namespace Cybernetes.Scheduler.Command;

/// <summary><c>kube-scheduler</c>: the scheduler in a process of its own, one leader at a time.</summary>
public static class SchedulerCommand
{
    private const string UserAgent = "kube-scheduler";

    /// <summary>Runs until cancelled or until leadership is lost; the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var flags = new SchedulerFlags();
        KubeSchedulerConfiguration configuration;
        try
        {
            if (flags.Set.Parse(arguments) is [var extra, ..])
            {
                throw new FlagException($"unknown command \"{extra}\" for \"kube-scheduler\"");
            }

            if (flags.ShowsVersion)
            {
                Console.Out.WriteLine("Kubernetes " + Base.ProductVersion.GitVersion);
                return 0;
            }

            configuration = flags.Configuration();
        }
        catch (FlagHelpRequestedException)
        {
            Console.Out.Write("Usage:\n  kube-scheduler [flags]\n\nFlags:\n" + flags.Set.FlagUsages());
            return 0;
        }
        catch (Exception e) when (IsExpected(e))
        {
            return await FailAsync(e).ConfigureAwait(false);
        }

        using var logs = new ComponentLoggerFactory(flags.Logs);
        try
        {
            if (flags.WriteConfigTo.Length > 0)
            {
                await File.WriteAllTextAsync(flags.WriteConfigTo, YamlWriter.Write(configuration), cancellationToken).ConfigureAwait(false);
                return 0;
            }

            using var transport = new HttpApiTransport(ConfigOf(flags, configuration) with { UserAgent = UserAgent });
            var connection = configuration.ClientConnection;
            var client = new KubeClient(transport, new KubeClientOptions { Qps = connection.Qps, Burst = connection.Burst, UserAgent = UserAgent });
            return await ServeAsync(flags, configuration, client, logs, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsExpected(e))
        {
            return await FailAsync(e).ConfigureAwait(false);
        }
    }

    private static async Task<int> ServeAsync(SchedulerFlags flags, KubeSchedulerConfiguration configuration, KubeClient client, ComponentLoggerFactory logs, CancellationToken cancellationToken)
    {
        var metrics = new MetricsRegistry();
        var synced = false;
        var options = SchedulerConfiguration.ToOptions(configuration, flags.MaxUnschedulable, client.Time);

        // Reviews and the lease must not wait behind the scheduler's requests.
        var aside = client.As(new KubeClientOptions { UserAgent = UserAgent + "/leader-election" });
        var checks = (string[])["healthz", "livez", "readyz"];
        var health = checks.Select(path => new HealthChecks(path)).ToList();
        foreach (var path in health)
        {
            path.Add(HealthCheck.Ping);
        }

        health[2].Add(HealthCheck.Of("sched-handler-sync", () => Volatile.Read(ref synced) ? null : "waiting for handlers to sync"));
        var pages = new ComponentPages(health, metrics, () => Value.MapOf((nameof(KubeSchedulerConfiguration).ToLowerInvariant(), Value.ParseJson(MessageText.ToJson(configuration)))));
        await using var server = new SecureServer(flags.Serving, new DelegatedAuth(flags.Serving, aside), pages, logs, client.Time);
        if (flags.Serving.Port > 0)
        {
            await server.StartAsync(cancellationToken).ConfigureAwait(false);
        }

        // Profiles that cannot be are told at the start, not when the lead is won.
        var informers = new InformerFactory(client, logs);
        var scheduler = new SchedulerHost(informers, options, logs, metrics);
        async Task LeadAsync(CancellationToken term)
        {
            var running = informers.RunAsync(term);
            await scheduler.RunAsync(term, () => Volatile.Write(ref synced, true)).ConfigureAwait(false);
            await running.ConfigureAwait(false);
        }

        var election = configuration.LeaderElection;
        try
        {
            if (election.LeaderElect != true)
            {
                await LeadAsync(cancellationToken).ConfigureAwait(false);
                return 0;
            }

            var identity = $"{Environment.MachineName.ToLowerInvariant()}_{Guid.NewGuid()}";
            var lease = new LeaderElectionOptions(election.ResourceNamespace, election.ResourceName, identity)
            {
                LeaseDuration = election.LeaseDuration,
                RenewDeadline = election.RenewDeadline,
                RetryPeriod = election.RetryPeriod,
            };

            // Who waits for the lead is ready to take it.
            synced = true;
            await new LeaderElector(aside, lease, logs).RunAsync(LeadAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }

        // Who has lost the lead starts anew, so that nothing of the old term lives on.
        return cancellationToken.IsCancellationRequested ? 0 : 1;
    }

    private static bool IsExpected(Exception error) =>
        error is FlagException or SchedulerConfigurationException or ConfigurationException or IOException or UnauthorizedAccessException or CryptographicException;

    private static async Task<int> FailAsync(Exception error)
    {
        await Console.Error.WriteLineAsync("Error: " + error.Message).ConfigureAwait(false);
        return 1;
    }

    private static ClientConfig ConfigOf(SchedulerFlags flags, KubeSchedulerConfiguration configuration)
    {
        var file = configuration.ClientConnection.Kubeconfig;
        var overrides = new KubeconfigOverrides { Server = flags.Master };
        return file.Length > 0 ? Kubeconfig.Load(file).ToClientConfig(overrides)
            : flags.Master.Length > 0 ? Kubeconfig.Empty.ToClientConfig(overrides)
            : InClusterConfig.Load();
    }
}
