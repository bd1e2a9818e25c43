using System.Collections.Immutable;
using System.Net;
using Cybernetes.Api.KubeProxyConfigV1Alpha1;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Base.Logging;
using Cybernetes.Proxy.Host;

namespace Cybernetes.Proxy.Command;

/// <summary>
/// kube-proxy's flags, all of upstream's. With --config the file (KubeProxyConfiguration v1alpha1) is what counts, but for
/// --hostname-override, as upstream has it. Flags of modes other than nftables are taken and mean nothing.
/// </summary>
internal sealed class KubeProxyFlags
{
    private readonly FlagSet _flags = new("kube-proxy");
    private readonly Func<LogOptions> _logs;
    private readonly Flag<string> _config;
    private readonly Flag<bool> _cleanup;
    private readonly Flag<bool> _initOnly;
    private readonly Flag<string> _kubeconfig;
    private readonly Flag<string> _master;
    private readonly Flag<string> _hostname;
    private readonly Flag<string> _clusterCidr;
    private readonly Flag<string> _healthz;
    private readonly Flag<string> _metrics;
    private readonly Flag<bool> _masqueradeAll;
    private readonly Flag<int> _masqueradeBit;
    private readonly Flag<ImmutableArray<string>> _nodePorts;
    private readonly Flag<string> _mode;
    private readonly Flag<ImmutableArray<string>> _serviceCidrs;
    private readonly Flag<bool> _policies;

    public KubeProxyFlags()
    {
        _logs = LogOptions.AddFlags(_flags);
        _config = _flags.String("config", "", "The path to the configuration file.");
        _cleanup = _flags.Bool("cleanup", false, "If true cleanup iptables and ipvs rules and exit.");
        _initOnly = _flags.Bool("init-only", false, "If true, perform any initialization steps that must be done with full root privileges, and then exit.");
        _kubeconfig = _flags.String("kubeconfig", "", "Path to kubeconfig file with authorization information (the master location can be overridden by the master flag).");
        _master = _flags.String("master", "", "The address of the Kubernetes API server (overrides any value in kubeconfig)");
        _hostname = _flags.String("hostname-override", "", "If non-empty, will be used as the name of the Node that kube-proxy is running on.");
        _clusterCidr = _flags.String("cluster-cidr", "", "The CIDR range of the pods in the cluster.");
        _healthz = _flags.String("healthz-bind-address", "0.0.0.0:10256", "The IP address and port for the health check server to serve on.");
        _metrics = _flags.String("metrics-bind-address", "127.0.0.1:10249", "The IP address and port for the metrics server to serve on.");
        _masqueradeAll = _flags.Bool("masquerade-all", false, "SNAT all traffic sent via Service cluster IPs.");
        _masqueradeBit = _flags.Int32("iptables-masquerade-bit", 14, "The bit of the fwmark space to mark packets requiring SNAT with. Must be within the range [0, 31].");
        _nodePorts = _flags.Strings("nodeport-addresses", [], "A list of CIDR ranges that contain valid node IPs, or alternatively, the single string 'primary'.");
        _mode = _flags.String("proxy-mode", "", "Which proxy mode to use: on Linux this can be 'iptables', 'ipvs' or 'nftables'.");
        _serviceCidrs = _flags.Strings("service-cluster-ip-range", [], "The CIDR ranges of Service cluster IPs; addresses in them that no Service has are refused.");
        _policies = _flags.Bool("enforce-network-policies", false, "Enforce NetworkPolicies and serve host ports, where no network plugin does; needs leave to read pods, namespaces and networkpolicies.");
        DeclareUnused();
    }

    public bool CleansUp => _cleanup.Value;

    public bool InitOnly => _initOnly.Value;

    public LogOptions Logs => _logs();

    public string Usage() => _flags.FlagUsages();

    /// <summary>Parses the command line and the file it names; throws <see cref="FlagException"/>.</summary>
    public KubeProxySettings Parse(string[] arguments)
    {
        _flags.Parse(arguments);
        var file = _config.Value.Length == 0 ? null : ReadFile(_config.Value);
        var node = _hostname.Value.Length > 0 ? _hostname.Value : file?.HostnameOverride is { Length: > 0 } name ? name : Dns(Environment.MachineName);
        var mode = file?.Mode ?? _mode.Value;
        if (mode is not ("" or "nftables" or "iptables"))
        {
            throw new FlagException($"unsupported proxy mode \"{mode}\": this proxy programs nftables");
        }

        var cidrs = file?.ClusterCIDR ?? _clusterCidr.Value;
        IEnumerable<string> nodePorts = file is null ? _nodePorts.Value : file.NodePortAddresses;
        var options = new ProxyHostOptions(node)
        {
            ClusterCidrs = Networks("cluster-cidr", cidrs.Split(',', StringSplitOptions.RemoveEmptyEntries)),
            EnforcesPolicies = _policies.Value,
            ServiceCidrs = Networks("service-cluster-ip-range", _serviceCidrs.Value),
            NodePortAddresses = Networks("nodeport-addresses", nodePorts.Where(a => a != "primary")),
            HealthzAddress = Address("healthz-bind-address", Or(file?.HealthzBindAddress, _healthz.Value), 10256),
            MetricsAddress = Address("metrics-bind-address", Or(file?.MetricsBindAddress, _metrics.Value), 10249),
            MasqueradeAll = file?.Nftables.MasqueradeAll ?? _masqueradeAll.Value,
            MasqueradeBit = (file?.Nftables.MasqueradeBit ?? _masqueradeBit.Value) is var bit and >= 0 and <= 31 ? bit : throw new FlagException("must be within the range [0, 31]"),
        };
        var kubeconfig = file?.ClientConnection.Kubeconfig is { Length: > 0 } path ? path : _kubeconfig.Value;
        return new KubeProxySettings(options, kubeconfig, _master.Value);
    }

    private static KubeProxyConfiguration ReadFile(string path)
    {
        try
        {
            var document = YamlReader.Read(File.ReadAllBytes(path));
            var kind = (document["apiVersion"].AsString, document["kind"].AsString);
            if (kind != ("kubeproxy.config.k8s.io/v1alpha1", "KubeProxyConfiguration"))
            {
                throw new FlagException($"no kind \"{kind.Item2}\" is registered for version \"{kind.Item1}\" in {path}");
            }

            var unknown = new List<string>();
            var configuration = Value.FromValue<KubeProxyConfiguration>(document, unknown);
            return unknown.Count == 0 ? configuration : throw new FlagException($"strict decoding error: {string.Join(", ", unknown)}");
        }
        catch (Exception e) when (e is IOException or WireException)
        {
            throw new FlagException($"failed to load {path}: {e.Message}");
        }
    }

    private static string Or(string? value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;

    private static string Dns(string name) => name.Trim().ToLowerInvariant();

    private static ImmutableArray<IPNetwork> Networks(string flag, IEnumerable<string> texts) =>
        [.. texts.Select(t => IPNetwork.TryParse(t.Trim(), out var network) ? network : throw new FlagException($"invalid value \"{t}\" for --{flag}: invalid CIDR address"))];

    private static IPEndPoint? Address(string flag, string text, int port)
    {
        if (text is "" or "0")
        {
            return null;
        }

        if (!IPEndPoint.TryParse(text, out var address))
        {
            throw new FlagException($"invalid value \"{text}\" for --{flag}: must be IP:port");
        }

        return address.Port == 0 ? new IPEndPoint(address.Address, port) : address;
    }

    private void DeclareUnused()
    {
        string[] texts = ["boot-id-file", "machine-id-file", "detect-local-mode", "feature-gates", "kube-api-content-type", "pod-bridge-interface", "pod-interface-name-prefix",
            "show-hidden-metrics-for-version", "write-config-to", "bind-address", "ipvs-scheduler", "log-json-info-buffer-size", "log-text-info-buffer-size"];
        string[] switches = ["bind-address-hard-fail", "conntrack-tcp-be-liberal", "iptables-localhost-nodeports", "ipvs-strict-arp", "profiling", "log-json-split-stream", "log-text-split-stream"];
        string[] durations = ["config-sync-period", "conntrack-tcp-timeout-close-wait", "conntrack-tcp-timeout-established", "conntrack-udp-timeout", "conntrack-udp-timeout-stream",
            "iptables-min-sync-period", "iptables-sync-period", "ipvs-min-sync-period", "ipvs-sync-period", "ipvs-tcp-timeout", "ipvs-tcpfin-timeout", "ipvs-udp-timeout"];
        string[] numbers = ["conntrack-max-per-core", "conntrack-min", "kube-api-burst", "oom-score-adj"];
        foreach (var name in texts)
        {
            _flags.String(name);
        }

        foreach (var name in switches)
        {
            _flags.Bool(name);
        }

        foreach (var name in durations)
        {
            _flags.Duration(name);
        }

        foreach (var name in numbers)
        {
            _flags.Int32(name);
        }

        _flags.Float("kube-api-qps", 5);
        _flags.Strings("ipvs-exclude-cidrs");
    }
}

/// <summary>What the flags and the file come to.</summary>
internal sealed record KubeProxySettings(ProxyHostOptions Options, string Kubeconfig, string Master);
