using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Base.Metrics;
using Cybernetes.Client;
using Cybernetes.Configuration;
using Cybernetes.Cri.Containerd;
using Cybernetes.Dns.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Kubelet;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Proxy.Host;
using Cybernetes.Proxy.Pods;
using Cybernetes.Supervision;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Nodes;

/// <summary>What makes a machine a node: containerd, the pod network, the proxy, the kubelet; on a server also DNS. Dispose after the supervisor.</summary>
internal sealed class NodeParts(ClusterOptions options, IPAddress address, NodeAccess access, Supervisor supervisor, ILoggerFactory logs, MetricsRegistry metrics) : IAsyncDisposable
{
    private readonly InformerFactory _informers = new(access.Network, logs);
    private ContainerdProcess? _containerd;

    /// <summary>The runtime's endpoint, once started.</summary>
    public string Runtime { get; private set; } = "";

    /// <summary>Starts containerd, or takes the one that was given.</summary>
    public async Task StartContainerdAsync(CancellationToken cancellationToken)
    {
        if (options.ContainerdSocket.Length > 0)
        {
            Runtime = options.ContainerdSocket;
            return;
        }

        var containerd = new ContainerdOptions { DataDirectory = options.ContainerdDirectory, CniConfigDirectory = options.CniConfigDirectory };
        _containerd = new ContainerdProcess(containerd, logs.CreateLogger<ContainerdProcess>());
        await _containerd.StartAsync(cancellationToken);
        Runtime = containerd.Endpoint;
    }

    /// <summary>Starts the pod network and the proxy.</summary>
    public void StartNetwork()
    {
        IPNetwork[] pods = [IPNetwork.Parse(options.PodCidr)];
        var network = new PodNetworkOptions(options.NodeName) { ClusterCidrs = [.. pods], ConfDir = options.CniConfigDirectory };
        supervisor.Start(new Component("pod network", "`ip route` and `nft list ruleset` show what is programmed",
            stop => PodNetwork.RunAsync(network, _informers, logs.CreateLogger("pod-network"), stop)));
        var proxy = new ProxyHostOptions(options.NodeName) { ClusterCidrs = [.. pods], ServiceCidrs = [IPNetwork.Parse(options.ServiceCidr)] };
        supervisor.Start(new Component("proxy", "`nft list ruleset` shows what is programmed; does another program hold one of its ports?",
            stop => ProxyHost.RunAsync(proxy, _informers, _informers, logs.CreateLogger("kube-proxy"), metrics, stop)));
    }

    /// <summary>Lets those that were started know the cluster; returns when they do.</summary>
    public async Task StartInformersAsync(CancellationToken cancellationToken)
    {
        supervisor.Start(new Component("network informers", "The log says which request was refused", _informers.RunAsync));
        await supervisor.WaitAsync(_informers.WaitForSyncAsync(cancellationToken));
    }

    /// <summary>
    /// Starts the cluster's DNS on this node and leads the Service to it. <paramref name="names"/> reads what CoreDNS's role lets it,
    /// <paramref name="admin"/> makes the objects of the add-on.
    /// </summary>
    public async Task StartDnsAsync(KubeClient names, KubeClient admin, CancellationToken cancellationToken)
    {
        await ClusterDns.EnsureAsync(admin, IPAddress.Parse(options.ClusterDns), address, options.NodeName, options.DnsPort, options.ClusterDomain, cancellationToken);
        var informers = new InformerFactory(names, logs);
        var dns = new DnsHostOptions
        {
            Fallback = ClusterDns.DefaultCorefile(options.ClusterDomain),
            Addresses = [address],
            PortInsteadOf53 = options.DnsPort,
            OpensHttpPorts = false,
        };
        supervisor.Start(new Component("DNS", $"It listens on {address} port {options.DnsPort}: does another program (`ss -lnp sport = :{options.DnsPort}`), or has the machine lost that address (`ip address`)? dns-port chooses another",
            stop => DnsHost.RunAsync(dns, informers, new DnsLogOutput(logs.CreateLogger("coredns")), metrics, cancellationToken: stop)));
        supervisor.Start(new Component("DNS informers", "The log says which request was refused", informers.RunAsync));
        await supervisor.WaitAsync(informers.WaitForSyncAsync(cancellationToken));
    }

    /// <summary>Starts the kubelet.</summary>
    public void StartKubelet(string servingCertificate, string servingKey, string clientAuthorities)
    {
        var kubelet = new KubeletOptions
        {
            NodeName = options.NodeName,
            NodeIp = address.ToString(),
            NodeLabels = NodeTexts.Labels(options.NodeLabels),
            RegisterWithTaints = NodeTexts.Taints(options.NodeTaints),
            Port = options.KubeletPort,
            RootDirectory = Path.Combine(options.DataDirectory, "kubelet"),
            ContainerRuntimeEndpoint = Runtime,
            ClusterDns = [options.ClusterDns],
            ClusterDomain = options.ClusterDomain,
            StaticPodPath = Path.Combine(options.DataDirectory, "static-pods"),
            CgroupRoot = options.CgroupRoot.Length > 0 ? options.CgroupRoot : "/",
            TlsCertFile = servingCertificate,
            TlsPrivateKeyFile = servingKey,
            ClientCaFile = clientAuthorities,
            AnonymousAuthentication = false,
            WebhookAuthentication = true,
            AuthorizationMode = "Webhook",
        };
        Directory.CreateDirectory(kubelet.StaticPodPath);
        supervisor.Start(new Component("kubelet", $"Does another program hold port {options.KubeletPort}, and does containerd answer? Its log is {options.ContainerdDirectory}/containerd.log",
            stop => KubeletHost.RunAsync(kubelet, new ClientControlPlane(access.Kubelet, logs), TimeProvider.System, logs, stop)));
    }

    /// <summary>Waits until the node is Ready.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await supervisor.WaitAsync(SeeReadyAsync(stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (_containerd is not null)
        {
            await _containerd.DisposeAsync();
        }
    }

    private async Task SeeReadyAsync(CancellationToken cancellationToken)
    {
        var only = new Api.MetaV1.ListOptions { FieldSelector = $"metadata.name={options.NodeName}" };
        while (true)
        {
            await foreach (var change in access.Kubelet.WatchAsync<Node>(options: only, cancellationToken: cancellationToken))
            {
                if (change.Object?.Status.Conditions.Any(condition => condition is { Type: "Ready", Status: "True" }) == true)
                {
                    return;
                }
            }
        }
    }
}
