using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet;

/// <summary>Everything that can be set on a kubelet; names and defaults are those of KubeletConfiguration v1beta1 and upstream's flags.</summary>
public sealed record KubeletOptions
{
    /// <summary>The node's name, lower case.</summary>
    public string NodeName { get; init; } = Environment.MachineName.ToLowerInvariant();

    /// <summary>Where pods' volumes and the kubelet's own state live.</summary>
    public string RootDirectory { get; init; } = "/var/lib/kubelet";

    /// <summary>Where containers' logs are written.</summary>
    public string PodLogsDirectory { get; init; } = "/var/log/pods";

    /// <summary>Where links to the logs of each container lie; empty for none.</summary>
    public string ContainerLogsDirectory { get; init; } = "/var/log/containers";

    /// <summary>The CRI socket.</summary>
    public string ContainerRuntimeEndpoint { get; init; } = "unix:///run/containerd/containerd.sock";

    /// <summary>How long a call to the runtime may take.</summary>
    public TimeSpan RuntimeRequestTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The node's address; found by itself when empty.</summary>
    public string NodeIp { get; init; } = "";

    /// <summary>The address the API listens on.</summary>
    public string Address { get; init; } = "0.0.0.0";

    /// <summary>The port of the API; 0 lets the system choose.</summary>
    public int Port { get; init; } = 10250;

    /// <summary>The address of the health page.</summary>
    public string HealthzBindAddress { get; init; } = "127.0.0.1";

    /// <summary>The port of the health page; 0 for none.</summary>
    public int HealthzPort { get; init; } = 10248;

    /// <summary>The nameservers of pods with dnsPolicy ClusterFirst.</summary>
    public IReadOnlyList<string> ClusterDns { get; init; } = [];

    /// <summary>The cluster's DNS domain.</summary>
    public string ClusterDomain { get; init; } = "";

    /// <summary>The file pods with dnsPolicy Default take their resolver from.</summary>
    public string ResolverConfig { get; init; } = "/etc/resolv.conf";

    /// <summary>How many pods the node takes.</summary>
    public int MaxPods { get; init; } = 110;

    /// <summary>A directory or file of static pod manifests; empty for none.</summary>
    public string StaticPodPath { get; init; } = "";

    /// <summary>How often static pod manifests are read.</summary>
    public TimeSpan FileCheckFrequency { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a pod is synced without a cause.</summary>
    public TimeSpan SyncFrequency { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the node status is computed.</summary>
    public TimeSpan NodeStatusUpdateFrequency { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the node status is posted when nothing changed.</summary>
    public TimeSpan NodeStatusReportFrequency { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the node's Lease is good; renewed every quarter of it.</summary>
    public int NodeLeaseDurationSeconds { get; init; } = 40;

    /// <summary>How often the runtime is asked what changed.</summary>
    public TimeSpan RelistPeriod { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether the kubelet creates its Node.</summary>
    public bool RegisterNode { get; init; } = true;

    /// <summary>Whether the node starts out as not schedulable.</summary>
    public bool RegisterUnschedulable { get; init; }

    /// <summary>The taints the Node is created with.</summary>
    public IReadOnlyList<Taint> RegisterWithTaints { get; init; } = [];

    /// <summary>The labels the Node is created with.</summary>
    public IReadOnlyDictionary<string, string> NodeLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>The cloud's name of the machine.</summary>
    public string ProviderId { get; init; } = "";

    /// <summary>Whether CPU limits are enforced.</summary>
    public bool CpuCfsQuota { get; init; } = true;

    /// <summary>Whether pods get cgroups by quality of service.</summary>
    public bool CgroupsPerQos { get; init; } = true;

    /// <summary>The cgroup below which pods live.</summary>
    public string CgroupRoot { get; init; } = "/";

    /// <summary>cgroupfs or systemd; the runtime's own answer wins where it gives one.</summary>
    public string CgroupDriver { get; init; } = Directory.Exists("/run/systemd/system") ? "systemd" : "cgroupfs";

    /// <summary>Resources kept for the kubelet and the runtime.</summary>
    public IReadOnlyDictionary<string, string> KubeReserved { get; init; } = new Dictionary<string, string>();

    /// <summary>Resources kept for the system.</summary>
    public IReadOnlyDictionary<string, string> SystemReserved { get; init; } = new Dictionary<string, string>();

    /// <summary>Signals at which pods are evicted at once.</summary>
    public IReadOnlyDictionary<string, string> EvictionHard { get; init; } = new Dictionary<string, string>
    {
        ["imagefs.available"] = "15%", ["imagefs.inodesFree"] = "5%", ["memory.available"] = "100Mi", ["nodefs.available"] = "10%", ["nodefs.inodesFree"] = "5%",
    };

    /// <summary>Signals at which pods are evicted once they have lasted for their grace period.</summary>
    public IReadOnlyDictionary<string, string> EvictionSoft { get; init; } = new Dictionary<string, string>();

    /// <summary>How long each soft signal must last; one for each.</summary>
    public IReadOnlyDictionary<string, string> EvictionSoftGracePeriod { get; init; } = new Dictionary<string, string>();

    /// <summary>The most seconds that a pod gets to end after a soft signal.</summary>
    public int EvictionMaxPodGracePeriod { get; init; }

    /// <summary>How far above a threshold a signal must rise before the shortage is over.</summary>
    public IReadOnlyDictionary<string, string> EvictionMinimumReclaim { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a pressure condition stays after the shortage.</summary>
    public TimeSpan EvictionPressureTransitionPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Where static pod manifests are fetched; empty for none.</summary>
    public string StaticPodUrl { get; init; } = "";

    /// <summary>Headers sent when they are fetched.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> StaticPodUrlHeader { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>How often they are fetched.</summary>
    public TimeSpan HttpCheckFrequency { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether one image is pulled after the other.</summary>
    public bool SerializeImagePulls { get; init; } = true;

    /// <summary>How many images are pulled at once when not one after the other; 0 for no limit.</summary>
    public int MaxParallelImagePulls { get; init; }

    /// <summary>The size at which a container's log is rotated, as a quantity.</summary>
    public string ContainerLogMaxSize { get; init; } = "10Mi";

    /// <summary>How many log files a container keeps.</summary>
    public int ContainerLogMaxFiles { get; init; } = 5;

    /// <summary>The longest wait before a crashing container is started again.</summary>
    public TimeSpan MaxContainerRestartPeriod { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Sysctls beside the safe ones that pods may set; a trailing * stands for any.</summary>
    public IReadOnlyList<string> AllowedUnsafeSysctls { get; init; } = [];

    /// <summary>Whether containers without a seccomp profile get the runtime's.</summary>
    public bool SeccompDefault { get; init; }

    /// <summary>The percentage of disk use at which images are collected.</summary>
    public int ImageGcHighThresholdPercent { get; init; } = 85;

    /// <summary>The percentage of disk use down to which images are collected.</summary>
    public int ImageGcLowThresholdPercent { get; init; } = 80;

    /// <summary>How old an unused image must be to be collected.</summary>
    public TimeSpan ImageMinimumGcAge { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The serving certificate (PEM); made by ourselves when empty.</summary>
    public string TlsCertFile { get; init; } = "";

    /// <summary>The serving key (PEM).</summary>
    public string TlsPrivateKeyFile { get; init; } = "";

    /// <summary>Whether the client certificate is renewed by a signing request before it ends.</summary>
    public bool RotateCertificates { get; init; }

    /// <summary>The authorities of client certificates (PEM); empty turns them off.</summary>
    public string ClientCaFile { get; init; } = "";

    /// <summary>Whether requests without credentials are let in as system:anonymous.</summary>
    public bool AnonymousAuthentication { get; init; } = true;

    /// <summary>Whether bearer tokens are reviewed by the API server.</summary>
    public bool WebhookAuthentication { get; init; }

    /// <summary>AlwaysAllow or Webhook.</summary>
    public string AuthorizationMode { get; init; } = "AlwaysAllow";
}
