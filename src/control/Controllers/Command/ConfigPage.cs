using Cybernetes.Api.Machinery;
using Cybernetes.Base;

namespace Cybernetes.Controllers.Command;

/// <summary><c>/configz</c>: the configuration in force, in the words of <c>kubecontrollermanager.config.k8s.io/v1alpha1</c>.</summary>
internal static class ConfigPage
{
    /// <summary>The document.</summary>
    public static Value Of(ControllerManagerFlags flags)
    {
        var options = flags.ToOptions();
        Value Section(params ReadOnlySpan<(string Key, Value Value)> entries) => Value.MapOf(entries);
        Value Span(TimeSpan span) => GoDuration.Format(span);
        Value Syncs(string key, int count) => Value.MapOf((key, (long)count));
        return Value.MapOf(("kubecontrollermanager.config.k8s.io", Section(
            ("Generic", Section(
                ("Address", flags.Serving.BindAddress.ToString()),
                ("Port", 0L),
                ("ClientConnection", Section(
                    ("Kubeconfig", flags.Text("kubeconfig")), ("QPS", flags.Real("kube-api-qps")), ("Burst", (long)flags.Number("kube-api-burst")))),
                ("Controllers", Value.List([.. options.Controllers.Select(name => (Value)name)])),
                ("LeaderElection", Section(
                    ("LeaderElect", flags.On("leader-elect")),
                    ("LeaseDuration", Span(flags.Span("leader-elect-lease-duration"))),
                    ("RenewDeadline", Span(flags.Span("leader-elect-renew-deadline"))),
                    ("ResourceLock", "leases"),
                    ("ResourceName", flags.Text("leader-elect-resource-name")),
                    ("ResourceNamespace", flags.Text("leader-elect-resource-namespace")),
                    ("RetryPeriod", Span(flags.Span("leader-elect-retry-period"))))))),
            ("KubeCloudShared", Section(
                ("AllocateNodeCIDRs", options.AllocateNodeCidrs),
                ("ClusterCIDR", string.Join(',', options.ClusterCidrs)),
                ("NodeMonitorPeriod", Span(options.NodeMonitorPeriod)),
                ("UseServiceAccountCredentials", flags.On("use-service-account-credentials")))),
            ("CSRSigningController", Section(
                ("ClusterSigningCertFile", options.ClusterSigningCertFile),
                ("ClusterSigningDuration", Span(options.ClusterSigningDuration)),
                ("ClusterSigningKeyFile", options.ClusterSigningKeyFile))),
            ("CronJobController", Syncs("ConcurrentCronJobSyncs", options.ConcurrentCronJobSyncs)),
            ("DaemonSetController", Syncs("ConcurrentDaemonSetSyncs", options.ConcurrentDaemonSetSyncs)),
            ("DeploymentController", Syncs("ConcurrentDeploymentSyncs", options.ConcurrentDeploymentSyncs)),
            ("EndpointController", Syncs("ConcurrentEndpointSyncs", options.ConcurrentEndpointSyncs)),
            ("EndpointSliceController", Section(
                ("ConcurrentServiceEndpointSyncs", (long)options.ConcurrentServiceEndpointSyncs), ("MaxEndpointsPerSlice", (long)options.MaxEndpointsPerSlice))),
            ("EndpointSliceMirroringController", Syncs("MirroringMaxEndpointsPerSubset", options.MirroringMaxEndpointsPerSubset)),
            ("EphemeralVolumeController", Syncs("ConcurrentEphemeralVolumeSyncs", options.ConcurrentEphemeralVolumeSyncs)),
            ("GarbageCollectorController", Section(
                ("ConcurrentGCSyncs", (long)options.ConcurrentGcSyncs), ("EnableGarbageCollector", options.EnableGarbageCollector))),
            ("HPAController", Section(
                ("ConcurrentHorizontalPodAutoscalerSyncs", (long)options.ConcurrentHorizontalPodAutoscalerSyncs),
                ("HorizontalPodAutoscalerCPUInitializationPeriod", Span(options.HorizontalPodAutoscalerCpuInitializationPeriod)),
                ("HorizontalPodAutoscalerDownscaleStabilizationWindow", Span(options.HorizontalPodAutoscalerDownscaleStabilization)),
                ("HorizontalPodAutoscalerInitialReadinessDelay", Span(options.HorizontalPodAutoscalerInitialReadinessDelay)),
                ("HorizontalPodAutoscalerSyncPeriod", Span(options.HorizontalPodAutoscalerSyncPeriod)),
                ("HorizontalPodAutoscalerTolerance", options.HorizontalPodAutoscalerTolerance))),
            ("JobController", Syncs("ConcurrentJobSyncs", options.ConcurrentJobSyncs)),
            ("LegacySATokenCleaner", Section(("CleanUpPeriod", Span(options.LegacyServiceAccountTokenCleanUpPeriod)))),
            ("NamespaceController", Syncs("ConcurrentNamespaceSyncs", options.ConcurrentNamespaceSyncs)),
            ("NodeIPAMController", Section(
                ("NodeCIDRMaskSizeIPv4", (long)options.NodeCidrMaskSizeIpv4), ("NodeCIDRMaskSizeIPv6", (long)options.NodeCidrMaskSizeIpv6))),
            ("NodeLifecycleController", Section(
                ("LargeClusterSizeThreshold", (long)options.LargeClusterSizeThreshold),
                ("NodeEvictionRate", options.NodeEvictionRate),
                ("NodeMonitorGracePeriod", Span(options.NodeMonitorGracePeriod)),
                ("NodeStartupGracePeriod", Span(options.NodeStartupGracePeriod)),
                ("SecondaryNodeEvictionRate", options.SecondaryNodeEvictionRate),
                ("UnhealthyZoneThreshold", options.UnhealthyZoneThreshold))),
            ("PodGCController", Syncs("TerminatedPodGCThreshold", options.TerminatedPodGcThreshold)),
            ("ReplicaSetController", Syncs("ConcurrentRSSyncs", options.ConcurrentReplicaSetSyncs)),
            ("ReplicationController", Syncs("ConcurrentRCSyncs", options.ConcurrentReplicationControllerSyncs)),
            ("ResourceQuotaController", Section(
                ("ConcurrentResourceQuotaSyncs", (long)options.ConcurrentResourceQuotaSyncs), ("ResourceQuotaSyncPeriod", Span(options.ResourceQuotaSyncPeriod)))),
            ("SAController", Section(
                ("ConcurrentSATokenSyncs", (long)options.ConcurrentServiceAccountTokenSyncs),
                ("RootCAFile", flags.Text("root-ca-file")),
                ("ServiceAccountKeyFile", options.ServiceAccountPrivateKeyFile))),
            ("StatefulSetController", Syncs("ConcurrentStatefulSetSyncs", options.ConcurrentStatefulSetSyncs)),
            ("TTLAfterFinishedController", Syncs("ConcurrentTTLSyncs", options.ConcurrentTtlAfterFinishedSyncs)))));
    }
}
