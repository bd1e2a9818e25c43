using System.Net;
using Cybernetes.Base.Flags;

namespace Cybernetes.Up;

/// <summary>How <c>c8s up</c> builds its cluster. Every key of <c>/etc/c8s/config.yaml</c> is also a flag; a flag wins.</summary>
internal sealed record ClusterOptions
{
    /// <summary>Where all state lives.</summary>
    public string DataDirectory { get; init; } = "/var/lib/c8s";

    /// <summary>The node's name.</summary>
    public string NodeName { get; init; } = System.Net.Dns.GetHostName().ToLowerInvariant();

    /// <summary>The address other machines reach this one by; empty for the one of the default route.</summary>
    public string NodeIp { get; init; } = "";

    /// <summary>The API server's port.</summary>
    public int ApiPort { get; init; } = 6443;

    /// <summary>The kubelet's port.</summary>
    public int KubeletPort { get; init; } = 10250;

    /// <summary>The range that pods get their addresses from.</summary>
    public string PodCidr { get; init; } = "10.244.0.0/16";

    /// <summary>The range that Services get their addresses from.</summary>
    public string ServiceCidr { get; init; } = "10.96.0.0/16";

    /// <summary>The address of the cluster's DNS, within the Service range.</summary>
    public string ClusterDns { get; init; } = "10.96.0.10";

    /// <summary>The cluster's DNS domain.</summary>
    public string ClusterDomain { get; init; } = "cluster.local";

    /// <summary>A containerd to use instead of an own one: its socket.</summary>
    public string ContainerdSocket { get; init; } = "";

    /// <summary>How much is logged: 0 errors and milestones, 2 normal, 4 debug.</summary>
    public int Verbosity { get; init; } = 2;

    /// <summary>Reads the configuration file and then the flags; null after an error, which has been written.</summary>
    public static ClusterOptions? Read(string[] args, TextWriter errors)
    {
        var defaults = new ClusterOptions();
        var flags = new FlagSet("c8s up");
        var config = flags.String("config", "/etc/c8s/config.yaml", "configuration file; its keys are the names of these flags");
        var dataDir = flags.String("data-dir", defaults.DataDirectory, "where all state lives");
        var nodeName = flags.String("node-name", defaults.NodeName, "the node's name");
        var nodeIp = flags.String("node-ip", "", "the address other machines reach this one by (default: that of the default route)");
        var apiPort = flags.Int("api-port", defaults.ApiPort, "the API server's port");
        var kubeletPort = flags.Int("kubelet-port", defaults.KubeletPort, "the kubelet's port");
        var podCidr = flags.String("cluster-cidr", defaults.PodCidr, "the range that pods get their addresses from");
        var serviceCidr = flags.String("service-cidr", defaults.ServiceCidr, "the range that Services get their addresses from");
        var clusterDns = flags.String("cluster-dns", defaults.ClusterDns, "the address of the cluster's DNS");
        var clusterDomain = flags.String("cluster-domain", defaults.ClusterDomain, "the cluster's DNS domain");
        var containerd = flags.String("containerd", "", "socket of a containerd to use instead of an own one");
        var verbosity = flags.Int("v", defaults.Verbosity, "how much is logged", 'v');
        try
        {
            if (ConfigFile.ReadInto(flags, args, config) is { } problem)
            {
                errors.WriteLine($"error: {problem}");
                return null;
            }
        }
        catch (FlagException e)
        {
            errors.WriteLine($"error: {e.Message}\nSee 'c8s up --help' for usage.");
            return null;
        }

        return new()
        {
            DataDirectory = dataDir.Value,
            NodeName = nodeName.Value,
            NodeIp = nodeIp.Value,
            ApiPort = apiPort.Value,
            KubeletPort = kubeletPort.Value,
            PodCidr = podCidr.Value,
            ServiceCidr = serviceCidr.Value,
            ClusterDns = clusterDns.Value,
            ClusterDomain = clusterDomain.Value,
            ContainerdSocket = containerd.Value,
            Verbosity = verbosity.Value,
        };
    }
}
