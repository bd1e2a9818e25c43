using System.Collections.Immutable;
using Cybernetes.Base.Features;
using Cybernetes.Base.Flags;
using Cybernetes.Base.Logging;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Serving;

namespace Cybernetes.Controllers.Command;

/// <summary>The flags of <c>kube-controller-manager</c>: upstream's names and defaults. Parse once, then read.</summary>
public sealed class ControllerManagerFlags
{
    private static readonly string[] _withoutEffect =
    [
        "allow-metric-labels", "allow-metric-labels-manifest", "authentication-kubeconfig",
        "authorization-kubeconfig", "authorization-webhook-cache-authorized-ttl", "authorization-webhook-cache-unauthorized-ttl", "cidr-allocator-type",
        "cloud-config", "cloud-provider", "cluster-name", "concurrent-service-syncs", "controller-shutdown-timeout", "controller-start-interval", "disabled-metrics",
        "emulated-version", "endpoint-updates-batch-period", "endpointslice-updates-batch-period", "external-cloud-volume-plugin", "flex-volume-plugin-dir",
        "http2-max-streams-per-connection", "kube-api-content-type", "leader-elect-resource-lock", "leader-migration-config", "log-json-info-buffer-size",
        "log-text-info-buffer-size", "min-compatibility-version", "min-resync-period", "mirroring-concurrent-service-endpoint-syncs", "mirroring-endpointslice-updates-batch-period",
        "namespace-sync-period", "pv-recycler-increment-timeout-nfs", "pv-recycler-minimum-timeout-hostpath", "pv-recycler-minimum-timeout-nfs", "pv-recycler-pod-template-filepath-hostpath",
        "pv-recycler-pod-template-filepath-nfs", "pv-recycler-timeout-increment-hostpath", "pvclaimbinder-sync-period", "requestheader-allowed-names", "requestheader-client-ca-file",
        "requestheader-extra-headers-prefix", "requestheader-group-headers", "requestheader-uid-headers", "requestheader-username-headers", "route-reconciliation-period",
        "show-hidden-metrics-for-version", "tls-cipher-suites", "tls-curve-preferences", "tls-min-version", "tls-sni-cert-key",
        "concurrent-device-taint-eviction-syncs", "concurrent-validating-admission-policy-status-syncs", "cluster-signing-kube-apiserver-client-cert-file",
        "cluster-signing-kube-apiserver-client-key-file", "cluster-signing-kubelet-client-cert-file", "cluster-signing-kubelet-client-key-file", "cluster-signing-kubelet-serving-cert-file",
        "cluster-signing-kubelet-serving-key-file", "cluster-signing-legacy-unknown-cert-file", "cluster-signing-legacy-unknown-key-file",
    ];

    private static readonly string[] _switchesWithoutEffect =
    [
        "authentication-tolerate-lookup-failure", "configure-cloud-routes", "contention-profiling", "disable-attach-detach-reconcile-sync",
        "disable-force-detach-on-timeout", "disable-http2-serving", "enable-dynamic-provisioning", "enable-leader-migration", "log-json-split-stream", "log-text-split-stream",
        "permit-address-sharing", "permit-port-sharing", "profiling", "unsupported-kube-api-over-localhost",
    ];

    private readonly FlagSet _flags = new("kube-controller-manager");
    private readonly Func<LogOptions> _logs;
    private readonly Func<SecureServingOptions> _serving;

    /// <summary>Declares the flags.</summary>
    public ControllerManagerFlags()
    {
        var defaults = new ControllerManagerOptions();
        _flags.Strings("controllers", ["*"], "A list of controllers to enable. '*' enables all on-by-default controllers, 'foo' enables the controller named 'foo', '-foo' disables the controller named 'foo'.");
        _flags.String("kubeconfig", "", "Path to kubeconfig file with authorization and master location information (the master location can be overridden by the master flag).");
        _flags.String("master", "", "The address of the Kubernetes API server (overrides any value in kubeconfig).");
        _flags.Bool("use-service-account-credentials", false, "If true, use individual service account credentials for each controller.");
        _flags.Float("kube-api-qps", 20, "QPS to use while talking with kubernetes apiserver.");
        _flags.Int32("kube-api-burst", 30, "Burst to use while talking with kubernetes apiserver.");
        _flags.Bool("leader-elect", true, "Start a leader election client and gain leadership before executing the main loop. Enable this when running replicated components for high availability.");
        _flags.Duration("leader-elect-lease-duration", TimeSpan.FromSeconds(15), "The duration that non-leader candidates will wait after observing a leadership renewal until attempting to acquire leadership of a led but unrenewed leader slot.");
        _flags.Duration("leader-elect-renew-deadline", TimeSpan.FromSeconds(10), "The interval between attempts by the acting master to renew a leadership slot before it stops leading.");
        _flags.Duration("leader-elect-retry-period", TimeSpan.FromSeconds(2), "The duration the clients should wait between attempting acquisition and renewal of a leadership.");
        _flags.String("leader-elect-resource-name", "kube-controller-manager", "The name of resource object that is used for locking during leader election.");
        _flags.String("leader-elect-resource-namespace", "kube-system", "The namespace of resource object that is used for locking during leader election.");
        Numbers(defaults);
        Durations(defaults);
        _flags.Bool("enable-garbage-collector", true, "Enables the generic garbage collector. MUST be synced with the corresponding flag of the kube-apiserver.");
        _flags.Bool("allocate-node-cidrs", false, "Should CIDRs for Pods be allocated and set on the cloud provider. Requires --cluster-cidr.");
        _flags.Bool("enable-hostpath-provisioner", false, "Enable HostPath PV provisioning when running without a cloud provider.");
        _flags.String("cluster-cidr", "", "CIDR Range for Pods in cluster. Only used when --allocate-node-cidrs=true.");
        _flags.String("service-cluster-ip-range", "", "CIDR Range for Services in cluster. Only used when --allocate-node-cidrs=true.");
        _flags.Float("node-eviction-rate", defaults.NodeEvictionRate, "Number of nodes per second on which pods are deleted in case of node failure when a zone is healthy.");
        _flags.Float("secondary-node-eviction-rate", defaults.SecondaryNodeEvictionRate, "Number of nodes per second on which pods are deleted in case of node failure when a zone is unhealthy.");
        _flags.Float("unhealthy-zone-threshold", defaults.UnhealthyZoneThreshold, "Fraction of Nodes in a zone which needs to be not Ready (minimum 3) for zone to be treated as unhealthy.");
        _flags.Float("horizontal-pod-autoscaler-tolerance", defaults.HorizontalPodAutoscalerTolerance, "The minimum change (from 1.0) in the desired-to-actual metrics ratio for the horizontal pod autoscaler to consider scaling.");
        _flags.String("root-ca-file", "", "If set, this root certificate authority will be included in service account's token secret. This must be a valid PEM-encoded CA bundle.");
        _flags.String("service-account-private-key-file", "", "Filename containing a PEM-encoded private RSA or ECDSA key used to sign service account tokens.");
        _flags.String("cluster-signing-cert-file", "", "Filename containing a PEM-encoded X509 CA certificate used to issue cluster-scoped certificates.");
        _flags.String("cluster-signing-key-file", "", "Filename containing a PEM-encoded RSA or ECDSA private key used to sign cluster-scoped certificates.");
        _flags.Bool("version", false, "Print version information and quit.");
        foreach (var name in _withoutEffect)
        {
            _flags.StringArray(name, default, "Taken for compatibility.");
        }

        foreach (var name in _switchesWithoutEffect)
        {
            _flags.Bool(name, false, "Taken for compatibility.");
        }

        _serving = SecureServingFlags.AddTo(_flags, "kube-controller-manager", 10257);
        FeatureGates.AddFlags(_flags);
        _logs = LogOptions.AddFlags(_flags);
    }

    /// <summary>The set, for parsing and help.</summary>
    public FlagSet Set => _flags;

    /// <summary>How the component's own pages are served.</summary>
    public SecureServingOptions Serving => _serving();

    /// <summary>How to log.</summary>
    public LogOptions Logs => _logs();

    /// <summary>The text of a flag.</summary>
    public string Text(string name) => ((Flag<string>)_flags.Lookup(name)!).Value;

    /// <summary>Whether a switch is on.</summary>
    public bool On(string name) => ((Flag<bool>)_flags.Lookup(name)!).Value;

    /// <summary>A whole number.</summary>
    public int Number(string name) => ((Flag<int>)_flags.Lookup(name)!).Value;

    /// <summary>Any number.</summary>
    public double Real(string name) => ((Flag<double>)_flags.Lookup(name)!).Value;

    /// <summary>A span of time.</summary>
    public TimeSpan Span(string name) => ((Flag<TimeSpan>)_flags.Lookup(name)!).Value;

    /// <summary>What the controllers are told.</summary>
    public ControllerManagerOptions ToOptions()
    {
        var size = Number("node-cidr-mask-size");
        return new ControllerManagerOptions
        {
            Controllers = ((Flag<ImmutableArray<string>>)_flags.Lookup("controllers")!).Value,
            ConcurrentDeploymentSyncs = Number("concurrent-deployment-syncs"),
            ConcurrentReplicaSetSyncs = Number("concurrent-replicaset-syncs"),
            ConcurrentReplicationControllerSyncs = Number("concurrent-rc-syncs"),
            ConcurrentDaemonSetSyncs = Number("concurrent-daemonset-syncs"),
            ConcurrentStatefulSetSyncs = Number("concurrent-statefulset-syncs"),
            ConcurrentJobSyncs = Number("concurrent-job-syncs"),
            ConcurrentCronJobSyncs = Number("concurrent-cron-job-syncs"),
            ConcurrentEndpointSyncs = Number("concurrent-endpoint-syncs"),
            ConcurrentServiceEndpointSyncs = Number("concurrent-service-endpoint-syncs"),
            MaxEndpointsPerSlice = Number("max-endpoints-per-slice"),
            MirroringMaxEndpointsPerSubset = Number("mirroring-max-endpoints-per-subset"),
            ConcurrentGcSyncs = Number("concurrent-gc-syncs"),
            EnableGarbageCollector = On("enable-garbage-collector"),
            ConcurrentNamespaceSyncs = Number("concurrent-namespace-syncs"),
            ConcurrentResourceQuotaSyncs = Number("concurrent-resource-quota-syncs"),
            ResourceQuotaSyncPeriod = Span("resource-quota-sync-period"),
            ConcurrentServiceAccountTokenSyncs = Number("concurrent-serviceaccount-token-syncs"),
            ConcurrentTtlAfterFinishedSyncs = Number("concurrent-ttl-after-finished-syncs"),
            ConcurrentEphemeralVolumeSyncs = Number("concurrent-ephemeralvolume-syncs"),
            ConcurrentResourceClaimSyncs = Number("concurrent-resourceclaim-syncs"),
            ConcurrentHorizontalPodAutoscalerSyncs = Number("concurrent-horizontal-pod-autoscaler-syncs"),
            HorizontalPodAutoscalerSyncPeriod = Span("horizontal-pod-autoscaler-sync-period"),
            HorizontalPodAutoscalerDownscaleStabilization = Span("horizontal-pod-autoscaler-downscale-stabilization"),
            HorizontalPodAutoscalerTolerance = Real("horizontal-pod-autoscaler-tolerance"),
            HorizontalPodAutoscalerCpuInitializationPeriod = Span("horizontal-pod-autoscaler-cpu-initialization-period"),
            HorizontalPodAutoscalerInitialReadinessDelay = Span("horizontal-pod-autoscaler-initial-readiness-delay"),
            NodeMonitorPeriod = Span("node-monitor-period"),
            NodeMonitorGracePeriod = Span("node-monitor-grace-period"),
            NodeStartupGracePeriod = Span("node-startup-grace-period"),
            NodeEvictionRate = Real("node-eviction-rate"),
            SecondaryNodeEvictionRate = Real("secondary-node-eviction-rate"),
            LargeClusterSizeThreshold = Number("large-cluster-size-threshold"),
            UnhealthyZoneThreshold = Real("unhealthy-zone-threshold"),
            AllocateNodeCidrs = On("allocate-node-cidrs"),
            ClusterCidrs = Text("cluster-cidr").Split(',', StringSplitOptions.RemoveEmptyEntries),
            ServiceClusterIpRanges = Text("service-cluster-ip-range").Split(',', StringSplitOptions.RemoveEmptyEntries),
            NodeCidrMaskSizeIpv4 = Number("node-cidr-mask-size-ipv4") is > 0 and var ipv4 ? ipv4 : size > 0 ? size : 24,
            NodeCidrMaskSizeIpv6 = Number("node-cidr-mask-size-ipv6") is > 0 and var ipv6 ? ipv6 : size > 0 ? size : 64,
            TerminatedPodGcThreshold = Number("terminated-pod-gc-threshold"),
            RootCa = Text("root-ca-file") is { Length: > 0 } file ? File.ReadAllText(file) : "",
            ServiceAccountPrivateKeyFile = Text("service-account-private-key-file"),
            ClusterSigningCertFile = Text("cluster-signing-cert-file"),
            ClusterSigningKeyFile = Text("cluster-signing-key-file"),
            ClusterSigningDuration = Span("cluster-signing-duration"),
            LegacyServiceAccountTokenCleanUpPeriod = Span("legacy-service-account-token-clean-up-period"),
            AttachDetachReconcileSyncPeriod = Span("attach-detach-reconcile-sync-period"),
            EnableHostPathProvisioner = On("enable-hostpath-provisioner"),
        };
    }

    private void Numbers(ControllerManagerOptions defaults)
    {
        foreach (var (name, value) in ((string, int)[])
        [
            ("concurrent-deployment-syncs", defaults.ConcurrentDeploymentSyncs), ("concurrent-replicaset-syncs", defaults.ConcurrentReplicaSetSyncs),
            ("concurrent-rc-syncs", defaults.ConcurrentReplicationControllerSyncs), ("concurrent-daemonset-syncs", defaults.ConcurrentDaemonSetSyncs),
            ("concurrent-statefulset-syncs", defaults.ConcurrentStatefulSetSyncs), ("concurrent-job-syncs", defaults.ConcurrentJobSyncs),
            ("concurrent-cron-job-syncs", defaults.ConcurrentCronJobSyncs), ("concurrent-endpoint-syncs", defaults.ConcurrentEndpointSyncs),
            ("concurrent-service-endpoint-syncs", defaults.ConcurrentServiceEndpointSyncs), ("max-endpoints-per-slice", defaults.MaxEndpointsPerSlice),
            ("mirroring-max-endpoints-per-subset", defaults.MirroringMaxEndpointsPerSubset), ("concurrent-gc-syncs", defaults.ConcurrentGcSyncs),
            ("concurrent-namespace-syncs", defaults.ConcurrentNamespaceSyncs), ("concurrent-resource-quota-syncs", defaults.ConcurrentResourceQuotaSyncs),
            ("concurrent-serviceaccount-token-syncs", defaults.ConcurrentServiceAccountTokenSyncs), ("concurrent-ttl-after-finished-syncs", defaults.ConcurrentTtlAfterFinishedSyncs),
            ("concurrent-ephemeralvolume-syncs", defaults.ConcurrentEphemeralVolumeSyncs), ("concurrent-resourceclaim-syncs", defaults.ConcurrentResourceClaimSyncs),
            ("concurrent-horizontal-pod-autoscaler-syncs", defaults.ConcurrentHorizontalPodAutoscalerSyncs), ("large-cluster-size-threshold", defaults.LargeClusterSizeThreshold),
            ("node-cidr-mask-size", 0), ("node-cidr-mask-size-ipv4", 0), ("node-cidr-mask-size-ipv6", 0), ("terminated-pod-gc-threshold", defaults.TerminatedPodGcThreshold),
        ])
        {
            _flags.Int32(name, value, "A number; upstream's flag of this name.");
        }
    }

    private void Durations(ControllerManagerOptions defaults)
    {
        foreach (var (name, value) in ((string, TimeSpan)[])
        [
            ("resource-quota-sync-period", defaults.ResourceQuotaSyncPeriod), ("horizontal-pod-autoscaler-sync-period", defaults.HorizontalPodAutoscalerSyncPeriod),
            ("horizontal-pod-autoscaler-downscale-stabilization", defaults.HorizontalPodAutoscalerDownscaleStabilization),
            ("horizontal-pod-autoscaler-cpu-initialization-period", defaults.HorizontalPodAutoscalerCpuInitializationPeriod),
            ("horizontal-pod-autoscaler-initial-readiness-delay", defaults.HorizontalPodAutoscalerInitialReadinessDelay), ("node-monitor-period", defaults.NodeMonitorPeriod),
            ("node-monitor-grace-period", defaults.NodeMonitorGracePeriod), ("node-startup-grace-period", defaults.NodeStartupGracePeriod),
            ("cluster-signing-duration", defaults.ClusterSigningDuration), ("legacy-service-account-token-clean-up-period", defaults.LegacyServiceAccountTokenCleanUpPeriod),
            ("attach-detach-reconcile-sync-period", defaults.AttachDetachReconcileSyncPeriod),
        ])
        {
            _flags.Duration(name, value, "A duration; upstream's flag of this name.");
        }
    }
}
