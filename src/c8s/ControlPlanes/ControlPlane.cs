using System.Net;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authentication.Certificates;
using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.InProcess;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Configuration;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Leases;
using Cybernetes.Scheduler;
using Cybernetes.Store;
using Cybernetes.Store.Embedded;
using Cybernetes.Store.Etcd;
using Cybernetes.Supervision;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ControlPlanes;

/// <summary>
/// API server, controllers and scheduler in this process. Each has its own identity and passes the server's guards like a remote one would.
/// Dispose after the supervisor, whose components use the server.
/// </summary>
internal sealed class ControlPlane(ClusterOptions options, IPAddress address, Supervisor supervisor, ILoggerFactory logs, MetricsRegistry metrics) : IAsyncDisposable
{
    private const string Controllers = "controllers";
    private readonly string _identity = $"{options.NodeName}_{Guid.NewGuid()}";
    private ApiServerHost? _server;

    /// <summary>The server, once started.</summary>
    public ApiServerHost Server => _server ?? throw new InvalidOperationException("the API server has not started");

    /// <summary>The server's store, once started.</summary>
    public IStore Store { get; private set; } = null!;

    /// <summary>Starts the API server; returns when it serves.</summary>
    public async Task StartServerAsync(CancellationToken cancellationToken)
    {
        Store = OpenStore();
        _server = await ApiServerHost.StartAsync(ServerOptions(), Store, logs, TimeProvider.System, cancellationToken);
        supervisor.Start(new Component("API server", "The store can no longer be followed; is its disk (or etcd) healthy? The log says more", stop => _server.Completion.WaitAsync(stop)) { CanRestart = false });
        supervisor.Start(new Component("certificates of the controllers", "Are the files in pki readable?", FollowAuthorityAsync));
    }

    /// <summary>Makes the objects by which machines join and which say what nodes may.</summary>
    public async Task<string> EnsureJoinObjectsAsync(CancellationToken cancellationToken)
    {
        var bundle = Server.Identity.AuthorityBundle;
        await JoinObjects.EnsureAsync(ClientOf("system:c8s-join", ["system:masters"], "c8s"), options, $"https://{address}:{options.ApiPort}", bundle, cancellationToken);
        return bundle;
    }

    /// <summary>Keeps them; they follow the authorities.</summary>
    public async Task KeepJoinObjectsAsync(CancellationToken cancellationToken)
    {
        var known = await EnsureJoinObjectsAsync(cancellationToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            known = Server.Identity.AuthorityBundle == known ? known : await EnsureJoinObjectsAsync(cancellationToken);
        }
    }

    /// <summary>Starts controllers and scheduler; returns when they work, or wait for another server's to stop.</summary>
    public async Task StartBrainAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        supervisor.Start(new Component(Controllers, "The log says which request was refused", stop =>
        {
            // Each controller speaks as the service account that upstream gives it, so none may do more than its role says.
            var manager = ClientOf("system:kube-controller-manager", [], "kube-controller-manager");
            var clients = new ControllerClients(manager, account => ClientOf(
                $"system:serviceaccount:kube-system:{account}", ["system:serviceaccounts", "system:serviceaccounts:kube-system"], $"kube-controller-manager/{account}"));
            return LeadAsync("kube-controller-manager", manager, term => ControllerManagerHost.RunAsync(clients, ControllerOptions(), term, logs, metrics, () => started.TrySetResult()), stop);
        }));
        supervisor.Start(new Component("scheduler", "The log says which request was refused", stop =>
        {
            var client = ClientOf("system:kube-scheduler", [], "kube-scheduler");
            return LeadAsync("kube-scheduler", client, term => ScheduleAsync(client, term), stop);
        }));
        if (!options.SharesStore)
        {
            await supervisor.WaitAsync(started.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken));
        }
    }

    /// <summary>The way to the server as a user.</summary>
    public KubeClient ClientOf(string user, string[] groups, string component)
    {
        var identity = new UserInfo(user) { Groups = [.. groups, UserInfo.AuthenticatedGroup] };
        var agent = $"{component}/{Base.ProductVersion.GitVersion} (linux/amd64)";
        var transport = new InProcessTransport(Server.Pipeline, identity, agent, TimeProvider.System);
        return new KubeClient(transport, new KubeClientOptions { UserAgent = agent });
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private IStore OpenStore() => !options.SharesStore
        ? EmbeddedStore.Open(options.StoreFile)
        : new EtcdStore(new EtcdOptions
        {
            Endpoints = options.DatastoreEndpoint.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            CaFile = NullIfEmpty(options.DatastoreCaFile),
            CertFile = NullIfEmpty(options.DatastoreCertFile),
            KeyFile = NullIfEmpty(options.DatastoreKeyFile),
            Logger = logs.CreateLogger("Cybernetes.Store.Etcd"),
        });

    private ApiServerOptions ServerOptions() => new()
    {
        DataDirectory = options.DataDirectory,
        SecurePort = options.ApiPort,
        AdvertiseAddress = address,
        ServiceNetworks = [IPNetwork.Parse(options.ServiceCidr)],
        ServiceAccountIssuers = [$"https://kubernetes.default.svc.{options.ClusterDomain}"],
        ServingNames = [.. options.TlsSan.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), Trial.TrialBridge.Gateway],
        EncryptionConfigFile = File.Exists(options.EncryptionFile) ? options.EncryptionFile : "",
        ReloadEncryption = true,
        ServeEtcd = options.ServeEtcd,
        SharesStore = options.SharesStore,
        Guards = new GuardOptions
        {
            // Extension servers believe who the API server says a user is by this authority.
            FrontProxyCaFile = Path.Combine(options.PkiDirectory, "front-proxy-ca.crt"),
            FrontProxy = new RequestHeaderOptions { AllowedNames = ["front-proxy-client"], UserHeaders = ["X-Remote-User"], GroupHeaders = ["X-Remote-Group"], ExtraPrefixes = ["X-Remote-Extra-"] },
        },
    };

    private ControllerManagerOptions ControllerOptions() => new()
    {
        AllocateNodeCidrs = true,
        ClusterCidrs = [options.PodCidr],
        ServiceClusterIpRanges = [options.ServiceCidr],
        RootCa = Server.Identity.AuthorityBundle,
        ServiceAccountPrivateKeyFile = Path.Combine(options.PkiDirectory, "sa.key"),
        ClusterSigningCertFile = Path.Combine(options.PkiDirectory, "ca.crt"),
        ClusterSigningKeyFile = Path.Combine(options.PkiDirectory, "ca.key"),
    };

    private async Task ScheduleAsync(KubeClient client, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var informers = new InformerFactory(client, logs);
        var running = informers.RunAsync(stop.Token);
        try
        {
            await new SchedulerHost(informers, new SchedulerOptions(), logs, metrics).RunAsync(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Works while no other server's does; alone on its store, always.</summary>
    private async Task LeadAsync(string name, KubeClient client, Func<CancellationToken, Task> lead, CancellationToken cancellationToken)
    {
        if (!options.SharesStore)
        {
            await lead(cancellationToken);
            return;
        }

        var elector = new LeaderElector(client.As(new KubeClientOptions { UserAgent = client.UserAgent + "/leader-election" }), new LeaderElectionOptions("kube-system", name, _identity), logs);
        while (!cancellationToken.IsCancellationRequested)
        {
            await elector.RunAsync(lead, cancellationToken);
        }
    }

    /// <summary>The controllers read the authorities at their start: they start anew when these change.</summary>
    private async Task FollowAuthorityAsync(CancellationToken cancellationToken)
    {
        var known = Server.Identity.AuthorityBundle;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var now = Server.Identity.AuthorityBundle;
            if (now != known)
            {
                known = now;
                supervisor.Restart(Controllers);
            }
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
