using Cybernetes.ApiServer.Command;
using Cybernetes.Base.Flags;

namespace Cybernetes.Configuration;

/// <summary>The flags of <c>c8s up</c>, <c>server</c>, <c>agent</c> and of the commands that look after them; the names are the keys of the configuration file.</summary>
internal sealed class ClusterFlags
{
    private readonly Flag<string> _config, _dataDir, _nodeName, _nodeIp, _nodeLabels, _nodeTaints, _podCidr, _serviceCidr, _clusterDns, _clusterDomain, _tlsSan, _containerd;
    private readonly Flag<string> _datastore, _datastoreCa, _datastoreCert, _datastoreKey, _server, _token, _cgroupRoot;
    private readonly Flag<int> _apiPort, _kubeletPort, _dnsPort, _verbosity;
    private readonly Flag<bool> _encryption, _disableAgent;
    private readonly ServeEtcdFlags _serveEtcd;

    public ClusterFlags(string command)
    {
        var defaults = new ClusterOptions();
        Set = new FlagSet(command);
        _config = Set.String("config", "/etc/c8s/config.yaml", "configuration file; its keys are the names of these flags");
        _dataDir = Set.String("data-dir", defaults.DataDirectory, "where all state lives");
        _nodeName = Set.String("node-name", defaults.NodeName, "the node's name");
        _nodeIp = Set.String("node-ip", "", "the address other machines reach this one by (default: that of the default route)");
        _nodeLabels = Set.String("node-labels", "", "the node's labels at its registration, key=value,…");
        _nodeTaints = Set.String("node-taints", "", "the node's taints at its registration, key=value:effect,…");
        _apiPort = Set.Int("api-port", defaults.ApiPort, "the API server's port");
        _kubeletPort = Set.Int("kubelet-port", defaults.KubeletPort, "the kubelet's port");
        _dnsPort = Set.Int("dns-port", defaults.DnsPort, "the port of the cluster's DNS on the node; the Service kube-dns leads from 53 to it");
        _podCidr = Set.String("cluster-cidr", defaults.PodCidr, "the range that pods get their addresses from");
        _serviceCidr = Set.String("service-cidr", defaults.ServiceCidr, "the range that Services get their addresses from");
        _clusterDns = Set.String("cluster-dns", defaults.ClusterDns, "the address of the cluster's DNS");
        _clusterDomain = Set.String("cluster-domain", defaults.ClusterDomain, "the cluster's DNS domain");
        _tlsSan = Set.String("tls-san", "", "further names and addresses by which the API server is reached, with commas between");
        _containerd = Set.String("containerd", "", "socket of a containerd to use instead of an own one");
        _datastore = Set.String("datastore-endpoint", "", "etcd's URLs, with commas between (default: the embedded store)");
        _datastoreCa = Set.String("datastore-cafile", "", "the authority of etcd's certificates");
        _datastoreCert = Set.String("datastore-certfile", "", "the certificate towards etcd");
        _datastoreKey = Set.String("datastore-keyfile", "", "the key towards etcd");
        _serveEtcd = new ServeEtcdFlags(Set);
        _encryption = Set.Bool("secrets-encryption", defaults.SecretsEncryption, "encrypt Secrets in the store");
        _disableAgent = Set.Bool("disable-agent", false, "a server that runs no pods");
        _server = Set.String("server", "", "the servers that an agent joins, URLs with commas between");
        _token = Set.String("token", "", "the token that an agent joins with, from `c8s token create`; needed once");
        _cgroupRoot = Set.String("cgroup-root", "", "the cgroup below which pods run (default: the machine's root)");
        _verbosity = Set.Int("v", defaults.Verbosity, "how much is logged: 0 errors and milestones, 2 normal, 4 debug", 'v');
    }

    /// <summary>The flags, to which a command may add its own before it reads.</summary>
    public FlagSet Set { get; }

    /// <summary>Reads the configuration file and the command line. After an error or a request for help, which have been answered, gives the exit code instead.</summary>
    public (ClusterOptions? Options, int ExitCode) Read(string[] args, string usage, TextWriter output, TextWriter errors)
    {
        ClusterOptions options;
        try
        {
            if (ConfigFile.ReadInto(Set, args, _config) is { } problem)
            {
                errors.WriteLine($"error: {problem}");
                return (null, 1);
            }

            options = ToOptions();
        }
        catch (FlagHelpRequestedException)
        {
            output.Write($"{usage}\n\nFlags:\n{Set.FlagUsages()}");
            return (null, 0);
        }
        catch (FlagException e)
        {
            errors.WriteLine($"error: {e.Message}\nSee '{Set.Name} --help' for usage.");
            return (null, 1);
        }

        if (options.Problem() is { } wrong)
        {
            errors.WriteLine($"error: {wrong}");
            return (null, 1);
        }

        return (options, 0);
    }

    /// <summary>Reads for a command that has no flags of its own and takes no arguments.</summary>
    public static (ClusterOptions? Options, int ExitCode) Read(string command, string usage, string[] args)
    {
        var flags = new ClusterFlags(command);
        var result = flags.Read(args, usage, Console.Out, Console.Error);
        if (result.Options is not null && flags.Set.Args.Count > 0)
        {
            Console.Error.WriteLine($"error: unknown argument \"{flags.Set.Args[0]}\"\nSee '{command} --help' for usage.");
            return (null, 1);
        }

        return result;
    }

    private ClusterOptions ToOptions() => new()
    {
        DataDirectory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(_dataDir.Value)),
        NodeName = _nodeName.Value,
        NodeIp = _nodeIp.Value,
        NodeLabels = _nodeLabels.Value,
        NodeTaints = _nodeTaints.Value,
        ApiPort = _apiPort.Value,
        KubeletPort = _kubeletPort.Value,
        DnsPort = _dnsPort.Value,
        PodCidr = _podCidr.Value,
        ServiceCidr = _serviceCidr.Value,
        ClusterDns = _clusterDns.Value,
        ClusterDomain = _clusterDomain.Value,
        TlsSan = _tlsSan.Value,
        ContainerdSocket = _containerd.Value,
        DatastoreEndpoint = _datastore.Value,
        DatastoreCaFile = _datastoreCa.Value,
        DatastoreCertFile = _datastoreCert.Value,
        DatastoreKeyFile = _datastoreKey.Value,
        ServeEtcd = _serveEtcd.ToOptions(),
        SecretsEncryption = _encryption.Value,
        DisableAgent = _disableAgent.Value,
        Server = _server.Value,
        Token = _token.Value,
        CgroupRoot = _cgroupRoot.Value,
        Verbosity = _verbosity.Value,
    };
}
