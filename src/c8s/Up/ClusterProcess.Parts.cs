using System.Net;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Dns.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Kubelet;
using Cybernetes.Kubelet.ControlPlane;
using Cybernetes.Pki;
using Cybernetes.Proxy.Host;
using Cybernetes.Proxy.Pods;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Up;

/// <summary>The parts of the node and the options of the controllers.</summary>
internal sealed partial class ClusterProcess
{
    private string CniConfigDirectory => Path.Combine(options.DataDirectory, "cni", "net.d");

    private ControllerManagerOptions ControllerOptions() => new()
    {
        AllocateNodeCidrs = true,
        ClusterCidrs = [options.PodCidr],
        ServiceClusterIpRanges = [options.ServiceCidr],
        RootCa = File.ReadAllText(Path.Combine(options.DataDirectory, "pki", "ca.crt")),
        ServiceAccountPrivateKeyFile = Path.Combine(options.DataDirectory, "pki", "sa.key"),
        ClusterSigningCertFile = Path.Combine(options.DataDirectory, "pki", "ca.crt"),
        ClusterSigningKeyFile = Path.Combine(options.DataDirectory, "pki", "ca.key"),
    };

    private async Task StartNetworkAsync(IPAddress nodeAddress, CancellationToken cancellationToken)
    {
        // The proxy may read Services, EndpointSlices and Nodes as system:kube-proxy; policies need pods and namespaces too.
        var informers = new InformerFactory(ClientOf("system:c8s-network", ["system:masters"], "kube-proxy"), _logs);
        var network = new PodNetworkOptions(options.NodeName) { ClusterCidrs = [IPNetwork.Parse(options.PodCidr)], ConfDir = CniConfigDirectory };
        Add("pod network", PodNetwork.RunAsync(network, informers, _logs.CreateLogger("pod-network"), _stop.Token));
        var proxy = new ProxyHostOptions(options.NodeName) { ClusterCidrs = [IPNetwork.Parse(options.PodCidr)], ServiceCidrs = [IPNetwork.Parse(options.ServiceCidr)] };
        Add("proxy", ProxyHost.RunAsync(proxy, informers, _logs.CreateLogger("kube-proxy"), _metrics, _stop.Token));
        var dns = new DnsHostOptions
        {
            Fallback = ClusterDns.DefaultCorefile(options.ClusterDomain),
            Addresses = [nodeAddress],
            PortInsteadOf53 = DnsPort,
            OpensHttpPorts = false,
        };
        Add("dns", DnsHost.RunAsync(dns, informers, new DnsLogOutput(_logs.CreateLogger("coredns")), _metrics, cancellationToken: _stop.Token));
        Add("network informers", informers.RunAsync(_stop.Token));
        await ClusterDns.EnsureAsync(informers.Client, IPAddress.Parse(options.ClusterDns), nodeAddress, options.NodeName, DnsPort, options.ClusterDomain, cancellationToken);
        await informers.WaitForSyncAsync(cancellationToken);
    }

    private void StartKubelet(IPAddress nodeAddress, string runtime)
    {
        var directory = Path.Combine(options.DataDirectory, "kubelet");
        var (certificate, key) = (Path.Combine(directory, "pki", "kubelet.crt"), Path.Combine(directory, "pki", "kubelet.key"));
        Directory.CreateDirectory(Path.Combine(directory, "pki"));
        _server!.Identity.Authority
            .Issue(new CertificateTemplate($"system:node:{options.NodeName}") { Organizations = ["system:nodes"], DnsNames = [options.NodeName], IpAddresses = [nodeAddress], Purpose = KeyPurpose.Server })
            .WriteTo(certificate, key);
        var kubelet = new KubeletOptions
        {
            NodeName = options.NodeName,
            NodeIp = nodeAddress.ToString(),
            Port = options.KubeletPort,
            RootDirectory = directory,
            ContainerRuntimeEndpoint = runtime,
            ClusterDns = [options.ClusterDns],
            ClusterDomain = options.ClusterDomain,
            StaticPodPath = Path.Combine(options.DataDirectory, "static-pods"),
            TlsCertFile = certificate,
            TlsPrivateKeyFile = key,
            ClientCaFile = Path.Combine(options.DataDirectory, "pki", "ca.crt"),
            AnonymousAuthentication = false,
            WebhookAuthentication = true,
            AuthorizationMode = "Webhook",
        };
        Directory.CreateDirectory(kubelet.StaticPodPath);
        var api = new ClientControlPlane(ClientOf($"system:node:{options.NodeName}", ["system:nodes"], "kubelet"), _logs);
        Add("kubelet", KubeletHost.RunAsync(kubelet, api, TimeProvider.System, _logs, _stop.Token));
    }

    private async Task WaitForNodeAsync(CancellationToken cancellationToken)
    {
        var client = ClientOf("system:c8s-up", ["system:masters"], "c8s");
        var only = new Api.MetaV1.ListOptions { FieldSelector = $"metadata.name={options.NodeName}" };
        await foreach (var change in client.WatchAsync<Node>(options: only, cancellationToken: cancellationToken))
        {
            if (change.Object?.Status.Conditions.Any(condition => condition is { Type: "Ready", Status: "True" }) == true)
            {
                return;
            }
        }
    }
}
