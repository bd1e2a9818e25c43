using System.Net;
using Cybernetes.Store.EtcdServer;

namespace Cybernetes.Configuration;

/// <summary>How <c>c8s up</c>, <c>server</c> and <c>agent</c> run. Every key of <c>/etc/c8s/config.yaml</c> is also a flag; a flag wins. Immutable.</summary>
internal sealed record ClusterOptions
{
    /// <summary>Where all state lives.</summary>
    public string DataDirectory { get; init; } = "/var/lib/c8s";

    /// <summary>The node's name.</summary>
    public string NodeName { get; init; } = System.Net.Dns.GetHostName().ToLowerInvariant();

    /// <summary>The address other machines reach this one by; empty for the one of the default route.</summary>
    public string NodeIp { get; init; } = "";

    /// <summary>The node's labels at its registration, <c>key=value,…</c>.</summary>
    public string NodeLabels { get; init; } = "";

    /// <summary>The node's taints at its registration, <c>key=value:effect,…</c>.</summary>
    public string NodeTaints { get; init; } = "";

    /// <summary>The API server's port.</summary>
    public int ApiPort { get; init; } = 6443;

    /// <summary>The kubelet's port.</summary>
    public int KubeletPort { get; init; } = 10250;

    /// <summary>The port of the cluster's DNS on the node; Services lead from 53 to it.</summary>
    public int DnsPort { get; init; } = 10053;

    /// <summary>The range that pods get their addresses from.</summary>
    public string PodCidr { get; init; } = "10.244.0.0/16";

    /// <summary>The range that Services get their addresses from.</summary>
    public string ServiceCidr { get; init; } = "10.96.0.0/16";

    /// <summary>The address of the cluster's DNS, within the Service range.</summary>
    public string ClusterDns { get; init; } = "10.96.0.10";

    /// <summary>The cluster's DNS domain.</summary>
    public string ClusterDomain { get; init; } = "cluster.local";

    /// <summary>Further names and addresses by which the API server is reached.</summary>
    public string TlsSan { get; init; } = "";

    /// <summary>A containerd to use instead of an own one: its socket.</summary>
    public string ContainerdSocket { get; init; } = "";

    /// <summary>etcd's URLs; empty for the embedded store.</summary>
    public string DatastoreEndpoint { get; init; } = "";

    /// <summary>The authority of etcd's certificates.</summary>
    public string DatastoreCaFile { get; init; } = "";

    /// <summary>The certificate towards etcd.</summary>
    public string DatastoreCertFile { get; init; } = "";

    /// <summary>The key towards etcd.</summary>
    public string DatastoreKeyFile { get; init; } = "";

    /// <summary>Where the store is served by etcd's API; null for nowhere.</summary>
    public EtcdServerOptions? ServeEtcd { get; init; }

    /// <summary>Whether Secrets are encrypted in the store.</summary>
    public bool SecretsEncryption { get; init; } = true;

    /// <summary>A server that runs no pods.</summary>
    public bool DisableAgent { get; init; }

    /// <summary>The servers that an agent joins, URLs with commas between.</summary>
    public string Server { get; init; } = "";

    /// <summary>The token that an agent joins with; needed once.</summary>
    public string Token { get; init; } = "";

    /// <summary>The cgroup below which pods run; empty for the machine's root.</summary>
    public string CgroupRoot { get; init; } = "";

    /// <summary>How much is logged: 0 errors and milestones, 2 normal, 4 debug.</summary>
    public int Verbosity { get; init; } = 2;

    /// <summary>Whether several servers share the store, so that their controllers must agree who works.</summary>
    public bool SharesStore => DatastoreEndpoint.Length > 0;

    /// <summary>Where keys and certificates are.</summary>
    public string PkiDirectory => Path.Combine(DataDirectory, "pki");

    /// <summary>The embedded store's file.</summary>
    public string StoreFile => Path.Combine(DataDirectory, "store.db");

    /// <summary>The administrator's kubeconfig.</summary>
    public string AdminKubeconfig => Path.Combine(DataDirectory, "admin.kubeconfig");

    /// <summary>How Secrets are encrypted.</summary>
    public string EncryptionFile => Path.Combine(DataDirectory, "encryption.yaml");

    /// <summary>Manifests that are applied and kept applied.</summary>
    public string ManifestsDirectory => Path.Combine(DataDirectory, "manifests");

    /// <summary>Where the components log.</summary>
    public string LogFile => Path.Combine(DataDirectory, "c8s.log");

    /// <summary>Where CNI configuration is.</summary>
    public string CniConfigDirectory => Path.Combine(DataDirectory, "cni", "net.d");

    /// <summary>Where our containerd keeps everything.</summary>
    public string ContainerdDirectory => Path.Combine(DataDirectory, "containerd");

    /// <summary>What is wrong with the values taken together; null for nothing.</summary>
    public string? Problem()
    {
        foreach (var (name, text) in new[] { ("cluster-cidr", PodCidr), ("service-cidr", ServiceCidr) })
        {
            if (!IPNetwork.TryParse(text, out _))
            {
                return $"{name}: \"{text}\" is not a network such as 10.244.0.0/16";
            }
        }

        if (NodeIp.Length > 0 && (!IPAddress.TryParse(NodeIp, out var address) || IPAddress.IsLoopback(address)))
        {
            return $"node-ip: \"{NodeIp}\" is not an address that other machines can reach";
        }

        if (!IPAddress.TryParse(ClusterDns, out var dns) || !IPNetwork.Parse(ServiceCidr).Contains(dns))
        {
            return $"cluster-dns: \"{ClusterDns}\" is not an address of the Service range {ServiceCidr}";
        }

        return null;
    }
}
