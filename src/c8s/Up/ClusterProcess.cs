using System.Net;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Command;
using Cybernetes.ApiServer.InProcess;
using Cybernetes.Base.Logging;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Cri.Containerd;
using Cybernetes.Informers.Caching;
using Cybernetes.Scheduler;
using Cybernetes.Store.Embedded;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Up;

/// <summary>
/// All components of a one-node cluster in one process. Each has its own identity and passes the API server's guards like a remote one would.
/// Steps of the start: 1. log, 2. API server, 3. container runtime, 4. controllers and scheduler, 5. network and DNS, 6. kubelet, 7. node Ready.
/// </summary>
internal sealed partial class ClusterProcess(ClusterOptions options, Progress progress) : IAsyncDisposable
{
    private const int DnsPort = 10053;
    private readonly CancellationTokenSource _stop = new();
    private readonly MetricsRegistry _metrics = new();
    private readonly List<(string Name, Task Task)> _components = [];
    private ComponentLoggerFactory _logs = null!;
    private FileStream? _logStream;
    private ApiServerHost? _server;
    private ContainerdProcess? _containerd;

    /// <summary>The administrator's kubeconfig.</summary>
    public string AdminKubeconfig => _server?.Identity.AdminKubeconfig ?? "";

    /// <summary>Where the components log.</summary>
    public string LogFile => Path.Combine(options.DataDirectory, "c8s.log");

    /// <summary>Starts everything; returns when the node is Ready.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var starting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        var ct = starting.Token;

        // 1. Log.
        Directory.CreateDirectory(options.DataDirectory);
        _logStream = new FileStream(LogFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        _logs = new ComponentLoggerFactory(new LogOptions { Verbosity = options.Verbosity }, _logStream, TimeProvider.System);

        // 2. API server.
        var nodeAddress = HostAddress.Of(options);
        await progress.StepAsync($"API server on https://{nodeAddress}:{options.ApiPort}", "Is the data directory on a healthy disk, and the port free?", async () =>
            _server = await ApiServerHost.StartAsync(ServerOptions(nodeAddress), EmbeddedStore.Open(Path.Combine(options.DataDirectory, "store.db")), _logs, TimeProvider.System, ct));

        // 3. Container runtime.
        var runtime = await progress.StepAsync("container runtime containerd", $"Its log is {options.DataDirectory}/containerd/containerd.log", () => StartContainerdAsync(ct));

        // 4. Controllers and scheduler.
        await progress.StepAsync("controllers and scheduler", $"The log is {LogFile}", () => StartBrainAsync(ct));

        // 5. Network and DNS.
        await progress.StepAsync("services, network policies and DNS", "`nft list ruleset` shows what is programmed", () => StartNetworkAsync(nodeAddress, ct));

        // 6. Kubelet.
        StartKubelet(nodeAddress, runtime);

        // 7. Node Ready.
        await progress.StepAsync($"node {options.NodeName} Ready", "`kubectl describe node` shows what it waits for", () => WaitForNodeAsync(ct));
    }

    /// <summary>Runs until cancelled, or until a component fails.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var ended = Task.WhenAny(_components.Select(component => component.Task)).WaitAsync(cancellationToken);
        var first = await ended;
        var name = _components.Find(component => component.Task == first).Name;
        await first;
        throw new InvalidOperationException($"{name} ended by itself");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var (_, task) in _components)
        {
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_containerd is not null)
        {
            await _containerd.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _logs?.Dispose();
        _logStream?.Dispose();
        _stop.Dispose();
    }

    private ApiServerOptions ServerOptions(IPAddress nodeAddress) => new()
    {
        DataDirectory = options.DataDirectory,
        SecurePort = options.ApiPort,
        AdvertiseAddress = nodeAddress,
        ServiceNetworks = [IPNetwork.Parse(options.ServiceCidr)],
        ServiceAccountIssuers = [$"https://kubernetes.default.svc.{options.ClusterDomain}"],
    };

    private async Task<string> StartContainerdAsync(CancellationToken cancellationToken)
    {
        if (options.ContainerdSocket.Length > 0)
        {
            return options.ContainerdSocket;
        }

        var containerd = new ContainerdOptions { DataDirectory = Path.Combine(options.DataDirectory, "containerd"), CniConfigDirectory = CniConfigDirectory };
        _containerd = new ContainerdProcess(containerd, _logs.CreateLogger<ContainerdProcess>());
        await _containerd.StartAsync(cancellationToken);
        return containerd.Endpoint;
    }

    private async Task StartBrainAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Each controller speaks as the service account that upstream gives it, so none may do more than its role says.
        var manager = ClientOf("system:kube-controller-manager", [], "kube-controller-manager");
        var clients = new ControllerClients(manager, account => ClientOf(
            $"system:serviceaccount:kube-system:{account}", ["system:serviceaccounts", "system:serviceaccounts:kube-system"], $"kube-controller-manager/{account}"));
        Add("controllers", ControllerManagerHost.RunAsync(clients, ControllerOptions(), _stop.Token, _logs, _metrics, started.SetResult));
        var informers = new InformerFactory(ClientOf("system:kube-scheduler", [], "kube-scheduler"), _logs);
        var scheduler = new SchedulerHost(informers, new SchedulerOptions(), _logs);
        Add("scheduler informers", informers.RunAsync(_stop.Token));
        Add("scheduler", scheduler.RunAsync(_stop.Token));
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
    }

    private void Add(string name, Task task) => _components.Add((name, task));

    private KubeClient ClientOf(string user, string[] groups, string component)
    {
        var identity = new UserInfo(user) { Groups = [.. groups, UserInfo.AuthenticatedGroup] };
        var agent = $"{component}/{Base.ProductVersion.GitVersion} (linux/amd64)";
        var transport = new InProcessTransport(_server!.Pipeline, identity, agent, TimeProvider.System);
        return new KubeClient(transport, new KubeClientOptions { UserAgent = agent });
    }
}
