using Cybernetes.Api.CoreV1;
using Cybernetes.Api.LogsConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.TracingConfigV1;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

[Message]
[Kind("kubelet.config.k8s.io", "v1beta1")]
public sealed partial record KubeletConfiguration
{
    [Field]
    public partial bool? EnableServer { get; init; }

    [Field]
    public partial string StaticPodPath { get; init; }

    [Field]
    public partial string PodLogsDir { get; init; }

    [Field]
    public partial Duration SyncFrequency { get; init; }

    [Field]
    public partial Duration FileCheckFrequency { get; init; }

    [Field]
    public partial Duration HttpCheckFrequency { get; init; }

    [Field]
    public partial string StaticPodURL { get; init; }

    [Field]
    public partial ValueMap<StringList> StaticPodURLHeader { get; init; }

    [Field]
    public partial string Address { get; init; }

    [Field]
    public partial int Port { get; init; }

    [Field]
    public partial int ReadOnlyPort { get; init; }

    [Field]
    public partial string TlsCertFile { get; init; }

    [Field]
    public partial string TlsPrivateKeyFile { get; init; }

    [Field]
    public partial ValueList<string> TlsCipherSuites { get; init; }

    [Field]
    public partial ValueList<int> TlsCurvePreferences { get; init; }

    [Field]
    public partial string TlsMinVersion { get; init; }

    [Field]
    public partial bool RotateCertificates { get; init; }

    [Field]
    public partial bool ServerTLSBootstrap { get; init; }

    [Field(Always = true)]
    public partial KubeletAuthentication Authentication { get; init; }

    [Field(Always = true)]
    public partial KubeletAuthorization Authorization { get; init; }

    [Field]
    public partial int? RegistryPullQPS { get; init; }

    [Field]
    public partial int RegistryBurst { get; init; }

    [Field]
    public partial string ImagePullCredentialsVerificationPolicy { get; init; }

    [Field]
    public partial ValueList<string> PreloadedImagesVerificationAllowlist { get; init; }

    [Field]
    public partial int? EventRecordQPS { get; init; }

    [Field]
    public partial int EventBurst { get; init; }

    [Field]
    public partial bool? EnableDebuggingHandlers { get; init; }

    [Field]
    public partial bool EnableContentionProfiling { get; init; }

    [Field]
    public partial int? HealthzPort { get; init; }

    [Field]
    public partial string HealthzBindAddress { get; init; }

    [Field]
    public partial int? OomScoreAdj { get; init; }

    [Field]
    public partial string ClusterDomain { get; init; }

    [Field]
    public partial ValueList<string> ClusterDNS { get; init; }

    [Field]
    public partial Duration StreamingConnectionIdleTimeout { get; init; }

    [Field]
    public partial Duration NodeStatusUpdateFrequency { get; init; }

    [Field]
    public partial Duration NodeStatusReportFrequency { get; init; }

    [Field]
    public partial int NodeLeaseDurationSeconds { get; init; }

    [Field]
    public partial Duration ImageMinimumGCAge { get; init; }

    [Field]
    public partial Duration ImageMaximumGCAge { get; init; }

    [Field]
    public partial int? ImageGCHighThresholdPercent { get; init; }

    [Field]
    public partial int? ImageGCLowThresholdPercent { get; init; }

    [Field]
    public partial Duration VolumeStatsAggPeriod { get; init; }

    [Field]
    public partial string KubeletCgroups { get; init; }

    [Field]
    public partial string SystemCgroups { get; init; }

    [Field]
    public partial string CgroupRoot { get; init; }

    [Field]
    public partial bool? CgroupsPerQOS { get; init; }

    [Field]
    public partial string CgroupDriver { get; init; }

    [Field]
    public partial string CpuManagerPolicy { get; init; }

    [Field]
    public partial bool? SingleProcessOOMKill { get; init; }

    [Field]
    public partial ValueMap<string> CpuManagerPolicyOptions { get; init; }

    [Field]
    public partial Duration CpuManagerReconcilePeriod { get; init; }

    [Field]
    public partial string MemoryManagerPolicy { get; init; }

    [Field]
    public partial string TopologyManagerPolicy { get; init; }

    [Field]
    public partial string TopologyManagerScope { get; init; }

    [Field]
    public partial ValueMap<string> TopologyManagerPolicyOptions { get; init; }

    [Field]
    public partial ValueMap<string> QosReserved { get; init; }

    [Field]
    public partial Duration RuntimeRequestTimeout { get; init; }

    [Field]
    public partial string HairpinMode { get; init; }

    [Field]
    public partial int MaxPods { get; init; }

    [Field]
    public partial string PodCIDR { get; init; }

    [Field]
    public partial long? PodPidsLimit { get; init; }

    [Field]
    public partial string? ResolvConf { get; init; }

    [Field]
    public partial bool RunOnce { get; init; }

    [Field]
    public partial bool? CpuCFSQuota { get; init; }

    [Field]
    public partial Duration? CpuCFSQuotaPeriod { get; init; }

    [Field]
    public partial int? NodeStatusMaxImages { get; init; }

    [Field]
    public partial long MaxOpenFiles { get; init; }

    [Field]
    public partial string ContentType { get; init; }

    [Field]
    public partial int? KubeAPIQPS { get; init; }

    [Field]
    public partial int KubeAPIBurst { get; init; }

    [Field]
    public partial bool? SerializeImagePulls { get; init; }

    [Field]
    public partial int? MaxParallelImagePulls { get; init; }

    [Field]
    public partial ValueMap<string> EvictionHard { get; init; }

    [Field]
    public partial ValueMap<string> EvictionSoft { get; init; }

    [Field]
    public partial ValueMap<string> EvictionSoftGracePeriod { get; init; }

    [Field]
    public partial Duration EvictionPressureTransitionPeriod { get; init; }

    [Field]
    public partial int EvictionMaxPodGracePeriod { get; init; }

    [Field]
    public partial ValueMap<string> EvictionMinimumReclaim { get; init; }

    [Field]
    public partial bool? MergeDefaultEvictionSettings { get; init; }

    [Field]
    public partial int PodsPerCore { get; init; }

    [Field]
    public partial bool? EnableControllerAttachDetach { get; init; }

    [Field]
    public partial bool ProtectKernelDefaults { get; init; }

    [Field]
    public partial bool? MakeIPTablesUtilChains { get; init; }

    [Field]
    public partial int? IptablesMasqueradeBit { get; init; }

    [Field]
    public partial int? IptablesDropBit { get; init; }

    [Field]
    public partial ValueMap<bool> FeatureGates { get; init; }

    [Field]
    public partial bool? FailSwapOn { get; init; }

    [Field(Always = true)]
    public partial MemorySwapConfiguration MemorySwap { get; init; }

    [Field]
    public partial string ContainerLogMaxSize { get; init; }

    [Field]
    public partial int? ContainerLogMaxFiles { get; init; }

    [Field]
    public partial int? ContainerLogMaxWorkers { get; init; }

    [Field]
    public partial Duration? ContainerLogMonitorInterval { get; init; }

    [Field]
    public partial string ConfigMapAndSecretChangeDetectionStrategy { get; init; }

    [Field]
    public partial ValueMap<string> SystemReserved { get; init; }

    [Field]
    public partial ValueMap<string> KubeReserved { get; init; }

    [Field]
    public partial string ReservedSystemCPUs { get; init; }

    [Field]
    public partial string ShowHiddenMetricsForVersion { get; init; }

    [Field]
    public partial string SystemReservedCgroup { get; init; }

    [Field]
    public partial string KubeReservedCgroup { get; init; }

    [Field]
    public partial ValueList<string> EnforceNodeAllocatable { get; init; }

    [Field]
    public partial ValueList<string> AllowedUnsafeSysctls { get; init; }

    [Field]
    public partial string VolumePluginDir { get; init; }

    [Field]
    public partial string ProviderID { get; init; }

    [Field]
    public partial bool KernelMemcgNotification { get; init; }

    [Field]
    public partial LoggingConfiguration Logging { get; init; }

    [Field]
    public partial bool? EnableSystemLogHandler { get; init; }

    [Field]
    public partial bool? EnableSystemLogQuery { get; init; }

    [Field]
    public partial Duration ShutdownGracePeriod { get; init; }

    [Field]
    public partial Duration ShutdownGracePeriodCriticalPods { get; init; }

    [Field]
    public partial ValueList<ShutdownGracePeriodByPodPriority> ShutdownGracePeriodByPodPriority { get; init; }

    [Field(Always = true)]
    public partial CrashLoopBackOffConfig CrashLoopBackOff { get; init; }

    [Field]
    public partial ValueList<MemoryReservation> ReservedMemory { get; init; }

    [Field]
    public partial bool? EnableProfilingHandler { get; init; }

    [Field]
    public partial bool? EnableDebugFlagsHandler { get; init; }

    [Field]
    public partial bool? SeccompDefault { get; init; }

    [Field]
    public partial double? MemoryThrottlingFactor { get; init; }

    [Field]
    public partial string MemoryReservationPolicy { get; init; }

    [Field]
    public partial ValueList<Taint> RegisterWithTaints { get; init; }

    [Field]
    public partial bool? RegisterNode { get; init; }

    [Field]
    public partial TracingConfiguration? Tracing { get; init; }

    [Field]
    public partial bool? LocalStorageCapacityIsolation { get; init; }

    [Field(Always = true)]
    public partial string ContainerRuntimeEndpoint { get; init; }

    [Field]
    public partial string ImageServiceEndpoint { get; init; }

    [Field]
    public partial bool? FailCgroupV1 { get; init; }

    [Field]
    public partial UserNamespaces? UserNamespaces { get; init; }
}
