namespace Cybernetes.Controllers.Hosting;

/// <summary>What the controllers are told: upstream's flags, with upstream's defaults. Immutable.</summary>
public sealed record ControllerManagerOptions
{
    /// <summary>Which controllers run: names, <c>*</c> for those on by default, <c>-name</c> to leave one out.</summary>
    public IReadOnlyList<string> Controllers { get; init; } = ["*"];

    /// <summary><c>--concurrent-deployment-syncs</c>.</summary>
    public int ConcurrentDeploymentSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-replicaset-syncs</c>.</summary>
    public int ConcurrentReplicaSetSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-rc-syncs</c>.</summary>
    public int ConcurrentReplicationControllerSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-daemonset-syncs</c>.</summary>
    public int ConcurrentDaemonSetSyncs { get; init; } = 2;

    /// <summary><c>--concurrent-statefulset-syncs</c>.</summary>
    public int ConcurrentStatefulSetSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-job-syncs</c>.</summary>
    public int ConcurrentJobSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-cron-job-syncs</c>.</summary>
    public int ConcurrentCronJobSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-endpoint-syncs</c>.</summary>
    public int ConcurrentEndpointSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-service-endpoint-syncs</c>.</summary>
    public int ConcurrentServiceEndpointSyncs { get; init; } = 5;

    /// <summary><c>--max-endpoints-per-slice</c>.</summary>
    public int MaxEndpointsPerSlice { get; init; } = 100;

    /// <summary><c>--mirroring-max-endpoints-per-subset</c>.</summary>
    public int MirroringMaxEndpointsPerSubset { get; init; } = 1000;

    /// <summary><c>--concurrent-gc-syncs</c>.</summary>
    public int ConcurrentGcSyncs { get; init; } = 20;

    /// <summary><c>--enable-garbage-collector</c>.</summary>
    public bool EnableGarbageCollector { get; init; } = true;

    /// <summary><c>--concurrent-namespace-syncs</c>.</summary>
    public int ConcurrentNamespaceSyncs { get; init; } = 10;

    /// <summary><c>--concurrent-resource-quota-syncs</c>.</summary>
    public int ConcurrentResourceQuotaSyncs { get; init; } = 5;

    /// <summary><c>--resource-quota-sync-period</c>.</summary>
    public TimeSpan ResourceQuotaSyncPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary><c>--concurrent-serviceaccount-token-syncs</c>.</summary>
    public int ConcurrentServiceAccountTokenSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-ttl-after-finished-syncs</c>.</summary>
    public int ConcurrentTtlAfterFinishedSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-ephemeralvolume-syncs</c>.</summary>
    public int ConcurrentEphemeralVolumeSyncs { get; init; } = 5;

    /// <summary><c>--concurrent-resourceclaim-syncs</c>.</summary>
    public int ConcurrentResourceClaimSyncs { get; init; } = 50;

    /// <summary><c>--concurrent-horizontal-pod-autoscaler-syncs</c>.</summary>
    public int ConcurrentHorizontalPodAutoscalerSyncs { get; init; } = 5;

    /// <summary><c>--horizontal-pod-autoscaler-sync-period</c>.</summary>
    public TimeSpan HorizontalPodAutoscalerSyncPeriod { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary><c>--horizontal-pod-autoscaler-downscale-stabilization</c>.</summary>
    public TimeSpan HorizontalPodAutoscalerDownscaleStabilization { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary><c>--horizontal-pod-autoscaler-tolerance</c>.</summary>
    public double HorizontalPodAutoscalerTolerance { get; init; } = 0.1;

    /// <summary><c>--horizontal-pod-autoscaler-cpu-initialization-period</c>.</summary>
    public TimeSpan HorizontalPodAutoscalerCpuInitializationPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary><c>--horizontal-pod-autoscaler-initial-readiness-delay</c>.</summary>
    public TimeSpan HorizontalPodAutoscalerInitialReadinessDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>--node-monitor-period</c>.</summary>
    public TimeSpan NodeMonitorPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary><c>--node-monitor-grace-period</c>.</summary>
    public TimeSpan NodeMonitorGracePeriod { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary><c>--node-startup-grace-period</c>.</summary>
    public TimeSpan NodeStartupGracePeriod { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary><c>--node-eviction-rate</c>, nodes a second.</summary>
    public double NodeEvictionRate { get; init; } = 0.1;

    /// <summary><c>--secondary-node-eviction-rate</c>, nodes a second.</summary>
    public double SecondaryNodeEvictionRate { get; init; } = 0.01;

    /// <summary><c>--large-cluster-size-threshold</c>.</summary>
    public int LargeClusterSizeThreshold { get; init; } = 50;

    /// <summary><c>--unhealthy-zone-threshold</c>.</summary>
    public double UnhealthyZoneThreshold { get; init; } = 0.55;

    /// <summary><c>--allocate-node-cidrs</c>.</summary>
    public bool AllocateNodeCidrs { get; init; }

    /// <summary><c>--cluster-cidr</c>, one or one of each family.</summary>
    public IReadOnlyList<string> ClusterCidrs { get; init; } = [];

    /// <summary><c>--service-cluster-ip-range</c>, one or one of each family.</summary>
    public IReadOnlyList<string> ServiceClusterIpRanges { get; init; } = [];

    /// <summary><c>--node-cidr-mask-size</c> or <c>-ipv4</c>; 24 by default.</summary>
    public int NodeCidrMaskSizeIpv4 { get; init; } = 24;

    /// <summary><c>--node-cidr-mask-size-ipv6</c>; 64 by default.</summary>
    public int NodeCidrMaskSizeIpv6 { get; init; } = 64;

    /// <summary><c>--terminated-pod-gc-threshold</c>.</summary>
    public int TerminatedPodGcThreshold { get; init; } = 12500;

    /// <summary>The text of <c>--root-ca-file</c>, which every namespace is given; empty for none.</summary>
    public string RootCa { get; init; } = "";

    /// <summary><c>--service-account-private-key-file</c>.</summary>
    public string ServiceAccountPrivateKeyFile { get; init; } = "";

    /// <summary><c>--cluster-signing-cert-file</c>.</summary>
    public string ClusterSigningCertFile { get; init; } = "";

    /// <summary><c>--cluster-signing-key-file</c>.</summary>
    public string ClusterSigningKeyFile { get; init; } = "";

    /// <summary><c>--cluster-signing-duration</c>.</summary>
    public TimeSpan ClusterSigningDuration { get; init; } = TimeSpan.FromHours(8760);

    /// <summary><c>--legacy-service-account-token-clean-up-period</c>.</summary>
    public TimeSpan LegacyServiceAccountTokenCleanUpPeriod { get; init; } = TimeSpan.FromHours(8760);

    /// <summary><c>--attach-detach-reconcile-sync-period</c>.</summary>
    public TimeSpan AttachDetachReconcileSyncPeriod { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary><c>--enable-hostpath-provisioner</c>.</summary>
    public bool EnableHostPathProvisioner { get; init; }
}
