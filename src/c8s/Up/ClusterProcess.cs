using System.Net;
using Cybernetes.Base.Logging;
using Cybernetes.Base.Metrics;
using Cybernetes.Configuration;
using Cybernetes.ControlPlanes;
using Cybernetes.Dns.Hosting;
using Cybernetes.Encryption;
using Cybernetes.Manifests;
using Cybernetes.Nodes;
using Cybernetes.Pki;
using Cybernetes.Pki.Rotation;
using Cybernetes.Supervision;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Up;

/// <summary>
/// A server with its node in one process. Steps of the start: 1. log, 2. address, 3. API server, 4. container runtime, 5. controllers and scheduler,
/// 6. network and DNS, 7. kubelet, 8. node Ready. Disposed: everything has ended; pods keep running.
/// </summary>
internal sealed class ClusterProcess(ClusterOptions options, Progress progress) : IRunningCluster
{
    private readonly MetricsRegistry _metrics = new();
    private ComponentLoggerFactory? _logs;
    private FileStream? _logStream;
    private Supervisor? _supervisor;
    private ControlPlane? _plane;
    private NodeParts? _node;
    private AddressWatch? _address;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken ct)
    {
        // 1. Log.
        Directory.CreateDirectory(options.DataDirectory);
        _logStream = new FileStream(options.LogFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        _logs = new ComponentLoggerFactory(new LogOptions { Verbosity = options.Verbosity }, _logStream, TimeProvider.System);
        _supervisor = new Supervisor(new RestartPolicy(), _logs.CreateLogger("supervisor"), TimeProvider.System);

        // 2. Address.
        var address = await progress.StepAsync("address of this machine", "Connect the machine to a network, or say with --node-ip which of its addresses to use", () => AddressWatch.FindAsync(options, ct));
        _address = new AddressWatch(options, address);
        _supervisor.Start(new Component("address watch", "", _address.RunAsync));

        // 3. API server.
        _plane = new ControlPlane(options, address, _supervisor, _logs, _metrics);
        await progress.StepAsync($"API server on https://{address}:{options.ApiPort}", "Is the data directory on a healthy disk (or etcd up), and the port free?", async () =>
        {
            EncryptionFile.Prepare(options);
            await _plane.StartServerAsync(ct);
            await _plane.EnsureJoinObjectsAsync(ct);
            _supervisor.Start(new Component("objects for joining", "The log says which request was refused", _plane.KeepJoinObjectsAsync));
            _supervisor.Start(new Component("approval of kubelets' certificates", "The log says which request was refused", new ServingApprover(_plane.ClientOf("system:c8s-approver", ["system:masters"], "c8s"), _logs).RunAsync));
            _supervisor.Start(new Component("encryption at rest", "`c8s encryption status` shows how Secrets are stored", new EncryptionKeeper(options, _plane, _logs.CreateLogger("encryption")).RunAsync));
        });

        // 4. Container runtime.
        var access = new NodeAccess(
            _plane.ClientOf($"system:node:{options.NodeName}", ["system:nodes"], "kubelet"),
            _plane.ClientOf($"system:node:{options.NodeName}", ["system:nodes"], "kube-proxy"));
        _node = new NodeParts(options, address, access, _supervisor, _logs, _metrics);
        if (!options.DisableAgent)
        {
            await progress.StepAsync("container runtime containerd", $"Its log is {options.ContainerdDirectory}/containerd.log", () => _node.StartContainerdAsync(ct));
        }

        // 5. Controllers and scheduler.
        await progress.StepAsync("controllers and scheduler", $"The log is {options.LogFile}", () => _plane.StartBrainAsync(ct));

        // 6. Network and DNS.
        await progress.StepAsync("services, network policies and DNS", "`nft list ruleset` shows what is programmed", async () =>
        {
            if (!options.DisableAgent)
            {
                _node.StartNetwork();
                await _node.StartInformersAsync(ct);
            }

            var names = _plane.ClientOf(ClusterDns.UserName, ["system:serviceaccounts", "system:serviceaccounts:kube-system"], "coredns");
            await _node.StartDnsAsync(names, _plane.ClientOf("system:c8s-dns", ["system:masters"], "c8s"), ct);
        });
        Directory.CreateDirectory(options.ManifestsDirectory);
        _supervisor.Start(new Component("manifests", $"The log says which manifest of {options.ManifestsDirectory} cannot be applied",
            new ManifestKeeper(options.ManifestsDirectory, _plane.ClientOf("system:c8s-manifests", ["system:masters"], "c8s"), _logs.CreateLogger("manifests")).RunAsync));
        if (options.DisableAgent)
        {
            return;
        }

        // 7. Kubelet.
        StartKubelet(_plane, _node, address);

        // 8. Node Ready.
        await progress.StepAsync($"node {options.NodeName} Ready", "`kubectl describe node` shows what it waits for", () => _node.WaitUntilReadyAsync(ct));
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

        if (_plane is not null)
        {
            await _plane.DisposeAsync();
        }

        _logs?.Dispose();
        _logStream?.Dispose();
    }

    private void StartKubelet(ControlPlane plane, NodeParts node, IPAddress address)
    {
        var directory = Path.Combine(options.DataDirectory, "kubelet", "pki");
        Directory.CreateDirectory(directory);
        var leaf = new LeafFiles(directory, "kubelet", TimeProvider.System);
        var template = new CertificateTemplate($"system:node:{options.NodeName}") { Organizations = ["system:nodes"], DnsNames = [options.NodeName], IpAddresses = [address], Purpose = KeyPurpose.Server };
        leaf.Keep(plane.Server.Identity.Authority, template);
        _supervisor!.Start(new Component("certificate of the kubelet", "Is the data directory on a healthy disk?", async stop =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
            while (await timer.WaitForNextTickAsync(stop))
            {
                leaf.Keep(plane.Server.Identity.Authority, template);
            }
        }));
        node.StartKubelet(leaf.CertificatePath, leaf.KeyPath, Path.Combine(options.PkiDirectory, "ca.crt"));
    }
}
