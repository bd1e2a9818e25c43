using Cybernetes.Api.KubeSchedulerConfigV1;
using Cybernetes.Base.Features;
using Cybernetes.Base.Flags;
using Cybernetes.Base.Logging;
using Cybernetes.Scheduler.Configuration;
using Cybernetes.Serving;

namespace Cybernetes.Scheduler.Command;

/// <summary>The flags of <c>kube-scheduler</c>: upstream's names and defaults. Parse once, then read.</summary>
public sealed class SchedulerFlags
{
    private static readonly string[] _withoutEffect =
    [
        "allow-metric-labels", "allow-metric-labels-manifest", "authentication-kubeconfig", "authorization-kubeconfig", "authorization-webhook-cache-authorized-ttl",
        "authorization-webhook-cache-unauthorized-ttl", "disabled-metrics", "emulated-version", "http2-max-streams-per-connection", "leader-elect-resource-lock",
        "log-json-info-buffer-size", "log-text-info-buffer-size", "min-compatibility-version", "requestheader-allowed-names", "requestheader-client-ca-file",
        "requestheader-extra-headers-prefix", "requestheader-group-headers", "requestheader-uid-headers", "requestheader-username-headers", "show-hidden-metrics-for-version",
        "tls-cipher-suites", "tls-curve-preferences", "tls-min-version", "tls-sni-cert-key", "kube-api-content-type",
    ];

    private static readonly string[] _switchesWithoutEffect =
    [
        "authentication-tolerate-lookup-failure", "contention-profiling", "disable-http2-serving", "log-json-split-stream", "log-text-split-stream", "permit-address-sharing",
        "permit-port-sharing", "profiling", "unsupported-kube-api-over-localhost",
    ];

    private readonly FlagSet _flags = new("kube-scheduler");
    private readonly Func<LogOptions> _logs;
    private readonly Func<SecureServingOptions> _serving;
    private readonly Flag<string> _config;
    private readonly Flag<string> _writeConfigTo;
    private readonly Flag<string> _master;
    private readonly Flag<string> _kubeconfig;
    private readonly Flag<double> _qps;
    private readonly Flag<int> _burst;
    private readonly Flag<TimeSpan> _maxUnschedulable;
    private readonly Flag<bool> _elect;
    private readonly Flag<TimeSpan> _leaseDuration;
    private readonly Flag<TimeSpan> _renewDeadline;
    private readonly Flag<TimeSpan> _retryPeriod;
    private readonly Flag<string> _resourceName;
    private readonly Flag<string> _resourceNamespace;
    private readonly Flag<bool> _version;

    /// <summary>Declares the flags.</summary>
    public SchedulerFlags()
    {
        _config = _flags.String("config", "", "The path to the configuration file.");
        _writeConfigTo = _flags.String("write-config-to", "", "If set, write the configuration values to this file and exit.");
        _master = _flags.String("master", "", "The address of the Kubernetes API server (overrides any value in kubeconfig)");
        _kubeconfig = _flags.String("kubeconfig", "", "DEPRECATED: path to kubeconfig file with authorization and master location information. This parameter is ignored if a config file is specified in --config.");
        _qps = _flags.Float("kube-api-qps", 50, "DEPRECATED: QPS to use while talking with kubernetes apiserver. This parameter is ignored if a config file is specified in --config.");
        _burst = _flags.Int32("kube-api-burst", 100, "DEPRECATED: burst to use while talking with kubernetes apiserver. This parameter is ignored if a config file is specified in --config.");
        _maxUnschedulable = _flags.Duration("pod-max-in-unschedulable-pods-duration", TimeSpan.FromMinutes(5), "DEPRECATED: the maximum time a pod can stay in unschedulablePods. If a pod stays in unschedulablePods for longer than this value, the pod will be moved from unschedulablePods to backoffQ or activeQ.");
        _elect = _flags.Bool("leader-elect", true, "Start a leader election client and gain leadership before executing the main loop. Enable this when running replicated components for high availability.");
        _leaseDuration = _flags.Duration("leader-elect-lease-duration", TimeSpan.FromSeconds(15), "The duration that non-leader candidates will wait after observing a leadership renewal until attempting to acquire leadership of a led but unrenewed leader slot.");
        _renewDeadline = _flags.Duration("leader-elect-renew-deadline", TimeSpan.FromSeconds(10), "The interval between attempts by the acting master to renew a leadership slot before it stops leading.");
        _retryPeriod = _flags.Duration("leader-elect-retry-period", TimeSpan.FromSeconds(2), "The duration the clients should wait between attempting acquisition and renewal of a leadership.");
        _resourceName = _flags.String("leader-elect-resource-name", "kube-scheduler", "The name of resource object that is used for locking during leader election.");
        _resourceNamespace = _flags.String("leader-elect-resource-namespace", "kube-system", "The namespace of resource object that is used for locking during leader election.");
        _version = _flags.Bool("version", false, "Print version information and quit.");
        _serving = SecureServingFlags.AddTo(_flags, "kube-scheduler", 10259);
        foreach (var name in _withoutEffect)
        {
            _flags.StringArray(name, default, "Taken for compatibility.");
        }

        foreach (var name in _switchesWithoutEffect)
        {
            _flags.Bool(name, false, "Taken for compatibility.");
        }

        FeatureGates.AddFlags(_flags);
        _logs = LogOptions.AddFlags(_flags);
    }

    /// <summary>The set, for parsing and help.</summary>
    public FlagSet Set => _flags;

    /// <summary>How to log.</summary>
    public LogOptions Logs => _logs();

    /// <summary>How to serve. Throws <see cref="FlagException"/>.</summary>
    public SecureServingOptions Serving => _serving();

    /// <summary>The API server's address; empty for the kubeconfig's.</summary>
    public string Master => _master.Value;

    /// <summary>Where to write the configuration to; empty to run.</summary>
    public string WriteConfigTo => _writeConfigTo.Value;

    /// <summary>Only the version is asked for.</summary>
    public bool ShowsVersion => _version.Value;

    /// <summary>The longest a pod stays unschedulable without being tried again.</summary>
    public TimeSpan MaxUnschedulable => _maxUnschedulable.Value;

    /// <summary>
    /// The configuration: the file's, or that of the older flags; flags of leader election stand above either. Throws
    /// <see cref="SchedulerConfigurationException"/> and what reading files throws.
    /// </summary>
    public KubeSchedulerConfiguration Configuration()
    {
        var configuration = _config.Value.Length > 0 ? SchedulerConfiguration.Read(ReadFile(_config.Value)) : FromFlags();
        var election = configuration.LeaderElection;
        return configuration with
        {
            LeaderElection = election with
            {
                LeaderElect = _elect.Changed ? _elect.Value : election.LeaderElect,
                LeaseDuration = _leaseDuration.Changed ? _leaseDuration.Value : election.LeaseDuration,
                RenewDeadline = _renewDeadline.Changed ? _renewDeadline.Value : election.RenewDeadline,
                RetryPeriod = _retryPeriod.Changed ? _retryPeriod.Value : election.RetryPeriod,
                ResourceName = _resourceName.Changed ? _resourceName.Value : election.ResourceName,
                ResourceNamespace = _resourceNamespace.Changed ? _resourceNamespace.Value : election.ResourceNamespace,
            },
        };
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SchedulerConfigurationException($"open {path}: no such file or directory");
        }
    }

    private KubeSchedulerConfiguration FromFlags()
    {
        var configuration = SchedulerConfiguration.Default;
        return configuration with { ClientConnection = configuration.ClientConnection with { Kubeconfig = _kubeconfig.Value, Qps = _qps.Value, Burst = _burst.Value } };
    }
}
