using Cybernetes.Api.CoreV1;
using Cybernetes.Api.LogsConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.TracingConfigV1;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

/// <summary>How a kubelet works: the file given by <c>--config</c>. Later files of <c>--config-dir</c> are merged over it.</summary>
[Message]
[Kind("kubelet.config.k8s.io", "v1beta1")]
public sealed partial record KubeletConfiguration
{
    /// <summary>Whether the HTTPS server runs. True by default.</summary>
    [Field]
    public partial bool? EnableServer { get; init; }

    /// <summary>The file or directory with static pods.</summary>
    [Field]
    public partial string StaticPodPath { get; init; }

    /// <summary>Where pods' logs are kept; <c>/var/log/pods</c> by default.</summary>
    [Field]
    public partial string PodLogsDir { get; init; }

    /// <summary>The longest time between looks at a running pod; 1m by default.</summary>
    [Field]
    public partial Duration SyncFrequency { get; init; }

    /// <summary>Time between looks at static pod files; 20s by default.</summary>
    [Field]
    public partial Duration FileCheckFrequency { get; init; }

    /// <summary>Time between looks at staticPodURL; 20s by default.</summary>
    [Field]
    public partial Duration HttpCheckFrequency { get; init; }

    /// <summary>An address from which static pods are read.</summary>
    [Field]
    public partial string StaticPodURL { get; init; }

    /// <summary>Headers for staticPodURL.</summary>
    [Field]
    public partial ValueMap<StringList> StaticPodURLHeader { get; init; }

    /// <summary>The address on which the server listens; all by default.</summary>
    [Field]
    public partial string Address { get; init; }

    /// <summary>The server's port; 10250 by default.</summary>
    [Field]
    public partial int Port { get; init; }

    /// <summary>A port without authentication; 0, the default, for none.</summary>
    [Field]
    public partial int ReadOnlyPort { get; init; }

    /// <summary>The server's certificate. One is made in the certificate directory when unset.</summary>
    [Field]
    public partial string TlsCertFile { get; init; }

    /// <summary>The server's key.</summary>
    [Field]
    public partial string TlsPrivateKeyFile { get; init; }

    /// <summary>The cipher suites of TLS 1.2 that are offered; Go's by default.</summary>
    [Field]
    public partial ValueList<string> TlsCipherSuites { get; init; }

    /// <summary>The key exchange groups that are offered, best first.</summary>
    [Field]
    public partial ValueList<int> TlsCurvePreferences { get; init; }

    /// <summary>The oldest TLS version, such as <c>VersionTLS12</c>.</summary>
    [Field]
    public partial string TlsMinVersion { get; init; }

    /// <summary>Whether the client certificate is renewed by the API server. False by default.</summary>
    [Field]
    public partial bool RotateCertificates { get; init; }

    /// <summary>Whether the server's certificate is asked of the API server. Someone must approve the requests.</summary>
    [Field]
    public partial bool ServerTLSBootstrap { get; init; }

    /// <summary>Who a request comes from.</summary>
    [Field(Always = true)]
    public partial KubeletAuthentication Authentication { get; init; }

    /// <summary>What a request may do.</summary>
    [Field(Always = true)]
    public partial KubeletAuthorization Authorization { get; init; }

    /// <summary>The most image pulls a second; 5 by default, 0 for no limit.</summary>
    [Field]
    public partial int? RegistryPullQPS { get; init; }

    /// <summary>How far pulls may exceed the rate for a moment; 10 by default.</summary>
    [Field]
    public partial int RegistryBurst { get; init; }

    /// <summary>
    /// When a pod must prove that it may use an image on the node: <c>NeverVerify</c>, <c>NeverVerifyPreloadedImages</c> (the default),
    /// <c>NeverVerifyAllowlistedImages</c> or <c>AlwaysVerify</c>.
    /// </summary>
    [Field]
    public partial string ImagePullCredentialsVerificationPolicy { get; init; }

    /// <summary>Images that need no proof under NeverVerifyAllowlistedImages.</summary>
    [Field]
    public partial ValueList<string> PreloadedImagesVerificationAllowlist { get; init; }

    /// <summary>The most events a second; 50 by default, 0 for no limit.</summary>
    [Field]
    public partial int? EventRecordQPS { get; init; }

    /// <summary>How far events may exceed the rate for a moment; 100 by default.</summary>
    [Field]
    public partial int EventBurst { get; init; }

    /// <summary>Whether logs, exec, attach and port-forward are served. True by default.</summary>
    [Field]
    public partial bool? EnableDebuggingHandlers { get; init; }

    /// <summary>Whether lock contention is profiled. False by default.</summary>
    [Field]
    public partial bool EnableContentionProfiling { get; init; }

    /// <summary>The port of the health page; 10248 by default, 0 for none.</summary>
    [Field]
    public partial int? HealthzPort { get; init; }

    /// <summary>The address of the health page; 127.0.0.1 by default.</summary>
    [Field]
    public partial string HealthzBindAddress { get; init; }

    /// <summary>The kubelet's oom_score_adj; -999 by default.</summary>
    [Field]
    public partial int? OomScoreAdj { get; init; }

    /// <summary>The cluster's DNS domain, which pods search.</summary>
    [Field]
    public partial string ClusterDomain { get; init; }

    /// <summary>The addresses of the cluster's DNS servers.</summary>
    [Field]
    public partial ValueList<string> ClusterDNS { get; init; }

    /// <summary>How long an idle stream lasts; 4h by default.</summary>
    [Field]
    public partial Duration StreamingConnectionIdleTimeout { get; init; }

    /// <summary>Time between computations of the node's status; 10s by default.</summary>
    [Field]
    public partial Duration NodeStatusUpdateFrequency { get; init; }

    /// <summary>Time between reports of an unchanged status; 5m by default.</summary>
    [Field]
    public partial Duration NodeStatusReportFrequency { get; init; }

    /// <summary>How long the node's lease holds; 40 by default. Renewed at a quarter of it.</summary>
    [Field]
    public partial int NodeLeaseDurationSeconds { get; init; }

    /// <summary>How long an unused image is kept at least; 2m by default.</summary>
    [Field]
    public partial Duration ImageMinimumGCAge { get; init; }

    /// <summary>How long an unused image is kept at most; 0s, the default, for no limit.</summary>
    [Field]
    public partial Duration ImageMaximumGCAge { get; init; }

    /// <summary>Disk use, in percent, from which images are removed; 85 by default.</summary>
    [Field]
    public partial int? ImageGCHighThresholdPercent { get; init; }

    /// <summary>Disk use, in percent, down to which they are; 80 by default.</summary>
    [Field]
    public partial int? ImageGCLowThresholdPercent { get; init; }

    /// <summary>Time between measurements of volumes; 1m by default.</summary>
    [Field]
    public partial Duration VolumeStatsAggPeriod { get; init; }

    /// <summary>The cgroup to put the kubelet in.</summary>
    [Field]
    public partial string KubeletCgroups { get; init; }

    /// <summary>The cgroup to put other processes in.</summary>
    [Field]
    public partial string SystemCgroups { get; init; }

    /// <summary>The cgroup under which pods are; the runtime's default when empty.</summary>
    [Field]
    public partial string CgroupRoot { get; init; }

    /// <summary>Whether pods get a tree of cgroups by quality of service. True by default.</summary>
    [Field]
    public partial bool? CgroupsPerQOS { get; init; }

    /// <summary><c>cgroupfs</c> (the default) or <c>systemd</c>; the runtime's own answer wins.</summary>
    [Field]
    public partial string CgroupDriver { get; init; }

    /// <summary><c>none</c> (the default) or <c>static</c>, which gives whole CPUs to guaranteed pods.</summary>
    [Field]
    public partial string CpuManagerPolicy { get; init; }

    /// <summary>Whether only the process is killed that took too much memory, instead of the container. On cgroup v2 false by default.</summary>
    [Field]
    public partial bool? SingleProcessOOMKill { get; init; }

    /// <summary>Fine settings of the policy.</summary>
    [Field]
    public partial ValueMap<string> CpuManagerPolicyOptions { get; init; }

    /// <summary>Time between checks of CPU assignments; 10s by default.</summary>
    [Field]
    public partial Duration CpuManagerReconcilePeriod { get; init; }

    /// <summary><c>None</c> (the default) or <c>Static</c>, which ties guaranteed pods to NUMA nodes.</summary>
    [Field]
    public partial string MemoryManagerPolicy { get; init; }

    /// <summary><c>none</c> (the default), <c>best-effort</c>, <c>restricted</c> or <c>single-numa-node</c>.</summary>
    [Field]
    public partial string TopologyManagerPolicy { get; init; }

    /// <summary><c>container</c> (the default) or <c>pod</c>.</summary>
    [Field]
    public partial string TopologyManagerScope { get; init; }

    /// <summary>Fine settings of the policy.</summary>
    [Field]
    public partial ValueMap<string> TopologyManagerPolicyOptions { get; init; }

    /// <summary>Percentages of resources kept for pods of higher quality of service; memory only.</summary>
    [Field]
    public partial ValueMap<string> QosReserved { get; init; }

    /// <summary>How long the runtime may take to answer; 2m by default.</summary>
    [Field]
    public partial Duration RuntimeRequestTimeout { get; init; }

    /// <summary><c>promiscuous-bridge</c> (the default), <c>hairpin-veth</c> or <c>none</c>: how a pod reaches itself by its Service.</summary>
    [Field]
    public partial string HairpinMode { get; init; }

    /// <summary>The most pods on the node; 110 by default.</summary>
    [Field]
    public partial int MaxPods { get; init; }

    /// <summary>The pods' range, for a kubelet without API server.</summary>
    [Field]
    public partial string PodCIDR { get; init; }

    /// <summary>The most processes of a pod; -1, the default, for no limit.</summary>
    [Field]
    public partial long? PodPidsLimit { get; init; }

    /// <summary>The resolv.conf from which pods' ones are made; <c>/etc/resolv.conf</c> by default.</summary>
    [Field]
    public partial string? ResolvConf { get; init; }

    /// <summary>No longer used.</summary>
    [Field]
    public partial bool RunOnce { get; init; }

    /// <summary>Whether CPU limits are enforced. True by default.</summary>
    [Field]
    public partial bool? CpuCFSQuota { get; init; }

    /// <summary>The period of CPU quotas; 100ms by default.</summary>
    [Field]
    public partial Duration? CpuCFSQuotaPeriod { get; init; }

    /// <summary>How many images the node's status lists; 50 by default, -1 for all.</summary>
    [Field]
    public partial int? NodeStatusMaxImages { get; init; }

    /// <summary>The kubelet's limit of open files; 1000000 by default.</summary>
    [Field]
    public partial long MaxOpenFiles { get; init; }

    /// <summary>The media type to the API server; protobuf by default.</summary>
    [Field]
    public partial string ContentType { get; init; }

    /// <summary>The most requests a second to the API server; 50 by default.</summary>
    [Field]
    public partial int? KubeAPIQPS { get; init; }

    /// <summary>How far requests may exceed the rate for a moment; 100 by default.</summary>
    [Field]
    public partial int KubeAPIBurst { get; init; }

    /// <summary>Whether images are pulled one after the other. True by default.</summary>
    [Field]
    public partial bool? SerializeImagePulls { get; init; }

    /// <summary>The most pulls at once, where they are not serialized.</summary>
    [Field]
    public partial int? MaxParallelImagePulls { get; init; }

    /// <summary>What, once reached, evicts pods at once, such as <c>memory.available: 100Mi</c>.</summary>
    [Field]
    public partial ValueMap<string> EvictionHard { get; init; }

    /// <summary>What evicts pods when it lasts.</summary>
    [Field]
    public partial ValueMap<string> EvictionSoft { get; init; }

    /// <summary>How long each soft threshold must last.</summary>
    [Field]
    public partial ValueMap<string> EvictionSoftGracePeriod { get; init; }

    /// <summary>How long a pressure condition stays after the pressure; 5m by default.</summary>
    [Field]
    public partial Duration EvictionPressureTransitionPeriod { get; init; }

    /// <summary>The longest grace period in seconds at soft evictions.</summary>
    [Field]
    public partial int EvictionMaxPodGracePeriod { get; init; }

    /// <summary>How much more than needed an eviction frees.</summary>
    [Field]
    public partial ValueMap<string> EvictionMinimumReclaim { get; init; }

    /// <summary>Whether thresholds not named keep their defaults instead of being off. False by default.</summary>
    [Field]
    public partial bool? MergeDefaultEvictionSettings { get; init; }

    /// <summary>The most pods for each core; 0, the default, for no limit.</summary>
    [Field]
    public partial int PodsPerCore { get; init; }

    /// <summary>Whether the controller manager attaches volumes instead of the kubelet. True by default.</summary>
    [Field]
    public partial bool? EnableControllerAttachDetach { get; init; }

    /// <summary>Whether the kubelet refuses to start where kernel settings differ, instead of changing them.</summary>
    [Field]
    public partial bool ProtectKernelDefaults { get; init; }

    /// <summary>Whether marker chains are made for others to find. True by default.</summary>
    [Field]
    public partial bool? MakeIPTablesUtilChains { get; init; }

    /// <summary>No longer used.</summary>
    [Field]
    public partial int? IptablesMasqueradeBit { get; init; }

    /// <summary>No longer used.</summary>
    [Field]
    public partial int? IptablesDropBit { get; init; }

    /// <summary>Features switched on or off.</summary>
    [Field]
    public partial ValueMap<bool> FeatureGates { get; init; }

    /// <summary>Whether the kubelet refuses to start with swap on. True by default.</summary>
    [Field]
    public partial bool? FailSwapOn { get; init; }

    /// <summary>How pods may use swap.</summary>
    [Field(Always = true)]
    public partial MemorySwapConfiguration MemorySwap { get; init; }

    /// <summary>From which size a log is rotated; 10Mi by default.</summary>
    [Field]
    public partial string ContainerLogMaxSize { get; init; }

    /// <summary>How many files a container's log may have; 5 by default, at least 2.</summary>
    [Field]
    public partial int? ContainerLogMaxFiles { get; init; }

    /// <summary>How many logs are rotated at once; 1 by default.</summary>
    [Field]
    public partial int? ContainerLogMaxWorkers { get; init; }

    /// <summary>Time between looks at log sizes; 10s by default.</summary>
    [Field]
    public partial Duration? ContainerLogMonitorInterval { get; init; }

    /// <summary><c>Watch</c> (the default), <c>Cache</c> or <c>Get</c>.</summary>
    [Field]
    public partial string ConfigMapAndSecretChangeDetectionStrategy { get; init; }

    /// <summary>Resources kept for the system.</summary>
    [Field]
    public partial ValueMap<string> SystemReserved { get; init; }

    /// <summary>Resources kept for Kubernetes itself.</summary>
    [Field]
    public partial ValueMap<string> KubeReserved { get; init; }

    /// <summary>CPUs kept for both, by number.</summary>
    [Field]
    public partial string ReservedSystemCPUs { get; init; }

    /// <summary>A release whose hidden metrics are shown.</summary>
    [Field]
    public partial string ShowHiddenMetricsForVersion { get; init; }

    /// <summary>The cgroup in which systemReserved is enforced.</summary>
    [Field]
    public partial string SystemReservedCgroup { get; init; }

    /// <summary>The cgroup in which kubeReserved is enforced.</summary>
    [Field]
    public partial string KubeReservedCgroup { get; init; }

    /// <summary>What is enforced: <c>pods</c> (the default), <c>system-reserved</c>, <c>kube-reserved</c>, or <c>none</c>.</summary>
    [Field]
    public partial ValueList<string> EnforceNodeAllocatable { get; init; }

    /// <summary>Kernel settings outside the safe set that pods may have; <c>*</c> at the end for the rest.</summary>
    [Field]
    public partial ValueList<string> AllowedUnsafeSysctls { get; init; }

    /// <summary>Where flexvolume drivers are.</summary>
    [Field]
    public partial string VolumePluginDir { get; init; }

    /// <summary>The machine's id at the cloud provider.</summary>
    [Field]
    public partial string ProviderID { get; init; }

    /// <summary>Whether the kernel tells of memory pressure. False by default.</summary>
    [Field]
    public partial bool KernelMemcgNotification { get; init; }

    /// <summary>How the kubelet logs.</summary>
    [Field]
    public partial LoggingConfiguration Logging { get; init; }

    /// <summary>Whether /logs/ is served. True by default.</summary>
    [Field]
    public partial bool? EnableSystemLogHandler { get; init; }

    /// <summary>Whether logs of services can be asked for. False by default.</summary>
    [Field]
    public partial bool? EnableSystemLogQuery { get; init; }

    /// <summary>How long a shutdown of the node is delayed for pods; 0s by default.</summary>
    [Field]
    public partial Duration ShutdownGracePeriod { get; init; }

    /// <summary>The part of it that is for critical pods.</summary>
    [Field]
    public partial Duration ShutdownGracePeriodCriticalPods { get; init; }

    /// <summary>The same by priority.</summary>
    [Field]
    public partial ValueList<ShutdownGracePeriodByPodPriority> ShutdownGracePeriodByPodPriority { get; init; }

    /// <summary>How fast containers are restarted.</summary>
    [Field(Always = true)]
    public partial CrashLoopBackOffConfig CrashLoopBackOff { get; init; }

    /// <summary>Memory kept for the system, by NUMA node.</summary>
    [Field]
    public partial ValueList<MemoryReservation> ReservedMemory { get; init; }

    /// <summary>Whether /debug/pprof is served. True by default.</summary>
    [Field]
    public partial bool? EnableProfilingHandler { get; init; }

    /// <summary>Whether the log level can be set while running. True by default.</summary>
    [Field]
    public partial bool? EnableDebugFlagsHandler { get; init; }

    /// <summary>Whether RuntimeDefault is the default filter. False by default.</summary>
    [Field]
    public partial bool? SeccompDefault { get; init; }

    /// <summary>From which part of the limit memory is reclaimed; 0.9 by default.</summary>
    [Field]
    public partial double? MemoryThrottlingFactor { get; init; }

    /// <summary>Whether memory requests are guaranteed by cgroup v2.</summary>
    [Field]
    public partial string MemoryReservationPolicy { get; init; }

    /// <summary>Taints that the node registers with.</summary>
    [Field]
    public partial ValueList<Taint> RegisterWithTaints { get; init; }

    /// <summary>Whether the node registers itself. True by default.</summary>
    [Field]
    public partial bool? RegisterNode { get; init; }

    /// <summary>Where traces go.</summary>
    [Field]
    public partial TracingConfiguration? Tracing { get; init; }

    /// <summary>Whether ephemeral storage is limited. True by default.</summary>
    [Field]
    public partial bool? LocalStorageCapacityIsolation { get; init; }

    /// <summary>The runtime's socket. Required.</summary>
    [Field(Always = true)]
    public partial string ContainerRuntimeEndpoint { get; init; }

    /// <summary>The image service's socket; the runtime's by default.</summary>
    [Field]
    public partial string ImageServiceEndpoint { get; init; }

    /// <summary>Whether the kubelet refuses to start on cgroup v1.</summary>
    [Field]
    public partial bool? FailCgroupV1 { get; init; }

    /// <summary>Ids of pods in their own user namespace.</summary>
    [Field]
    public partial UserNamespaces? UserNamespaces { get; init; }
}
