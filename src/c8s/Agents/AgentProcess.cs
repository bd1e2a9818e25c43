using System.Net;
using System.Security.Cryptography;
using Cybernetes.Api.CoreV1;
using Cybernetes.Base.Logging;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Client.Http;
using Cybernetes.Configuration;
using Cybernetes.ControlPlanes;
using Cybernetes.Nodes;
using Cybernetes.Supervision;
using Cybernetes.Up;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Agents;

/// <summary>
/// A node of a cluster whose servers are elsewhere. Steps of the start: 1. log, 2. address, 3. join, 4. container runtime, 5. network, 6. kubelet,
/// 7. node Ready. Disposed: everything has ended; pods keep running.
/// </summary>
internal sealed class AgentProcess(ClusterOptions options, Progress progress) : IRunningCluster
{
    private readonly MetricsRegistry _metrics = new();
    private readonly List<IDisposable> _owned = [];
    private ComponentLoggerFactory? _logs;
    private Supervisor? _supervisor;
    private NodeParts? _node;
    private AddressWatch? _address;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken ct)
    {
        // 1. Log.
        Directory.CreateDirectory(options.DataDirectory);
        var stream = new FileStream(options.LogFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        _logs = new ComponentLoggerFactory(new LogOptions { Verbosity = options.Verbosity }, stream, TimeProvider.System);
        _owned.AddRange([stream, _logs]);
        var logger = _logs.CreateLogger("agent");
        _supervisor = new Supervisor(new RestartPolicy(), _logs.CreateLogger("supervisor"), TimeProvider.System);

        // 2. Address.
        var address = await progress.StepAsync("address of this machine", "Connect the machine to a network, or say with --node-ip which of its addresses to use", () => AddressWatch.FindAsync(options, ct));
        _address = new AddressWatch(options, address);
        _supervisor.Start(new Component("address watch", "", _address.RunAsync));

        // 3. Join.
        var balancer = new ServerBalancer([.. options.Server.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(url => new Uri(url))], logger);
        balancer.Open();
        _supervisor.Start(new Component("way to the servers", "Is a port of loopback left?", balancer.RunAsync));
        var credentials = new NodeCredentials(options, balancer.Address, TimeProvider.System);
        var settled = await progress.StepAsync($"joining {options.Server}", "Is the server up and reached from here (`curl -k URL/livez`), and the token still good (`c8s token list` there)?", () => JoinAsync(credentials, ct));
        var client = ClientOf(credentials, "kubelet");

        // 4. Container runtime.
        _node = new NodeParts(settled, address, new NodeAccess(client, ClientOf(credentials, "kube-proxy")), _supervisor, _logs, _metrics);
        await progress.StepAsync("container runtime containerd", $"Its log is {options.ContainerdDirectory}/containerd.log", () => _node.StartContainerdAsync(ct));

        // 5. Network.
        await progress.StepAsync("services and network policies", "`nft list ruleset` shows what is programmed", () =>
        {
            _node.StartNetwork();
            return _node.StartInformersAsync(ct);
        });

        // 6. Kubelet.
        var serving = new ServingCertificate(options, address, TimeProvider.System);
        serving.Prepare();
        _node.StartKubelet(serving.CertificatePath, serving.KeyPath, credentials.AuthorityPath);

        // 7. Node Ready.
        await progress.StepAsync($"node {options.NodeName} Ready", "`kubectl describe node` shows what it waits for", () => _node.WaitUntilReadyAsync(ct));
        _supervisor.Start(new Component("certificates", "`kubectl get csr` shows what the servers were asked for", stop => KeepCertificatesAsync(credentials, serving, client, logger, stop)));
    }

    /// <inheritdoc/>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await _supervisor!.WaitAsync(_address!.Changed.WaitAsync(cancellationToken));
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_supervisor is not null)
        {
            await _supervisor.DisposeAsync();
        }

        if (_node is not null)
        {
            await _node.DisposeAsync();
        }

        for (var i = _owned.Count - 1; i >= 0; i--)
        {
            _owned[i].Dispose();
        }
    }

    /// <summary>Joins, and takes from the cluster what all its nodes must agree on.</summary>
    private async Task<ClusterOptions> JoinAsync(NodeCredentials credentials, CancellationToken cancellationToken)
    {
        await credentials.JoinAsync(cancellationToken);
        var config = (await ClientOf(credentials, "c8s").GetAsync<ConfigMap>("kube-system", JoinObjects.ConfigName, cancellationToken)).OrThrow().Data;
        return options with
        {
            PodCidr = config.GetValueOrDefault("cluster-cidr") ?? options.PodCidr,
            ServiceCidr = config.GetValueOrDefault("service-cidr") ?? options.ServiceCidr,
            ClusterDns = config.GetValueOrDefault("cluster-dns") ?? options.ClusterDns,
            ClusterDomain = config.GetValueOrDefault("cluster-domain") ?? options.ClusterDomain,
        };
    }

    private KubeClient ClientOf(NodeCredentials credentials, string component)
    {
        var agent = $"{component}/{Base.ProductVersion.GitVersion} (linux/amd64)";
        var transport = new HttpApiTransport(credentials.Connection with { UserAgent = agent });
        _owned.Add(transport);
        return new KubeClient(transport, new KubeClientOptions { UserAgent = agent });
    }

    private static async Task KeepCertificatesAsync(NodeCredentials credentials, ServingCertificate serving, KubeClient client, ILogger logger, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        do
        {
            try
            {
                foreach (var done in new[] { await credentials.KeepAsync(client, cancellationToken), await serving.KeepAsync(client, cancellationToken) }.OfType<string>())
                {
                    AgentLog.Certificates(logger, done);
                }
            }
            catch (Exception e) when (e is IOException or HttpRequestException or ApiException or CryptographicException)
            {
                AgentLog.CertificatesFailed(logger, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
