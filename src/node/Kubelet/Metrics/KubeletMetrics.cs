using System.Runtime.InteropServices;
using Cybernetes.Base;
using Cybernetes.Base.Metrics;

namespace Cybernetes.Kubelet.Metrics;

/// <summary>What the kubelet counts about itself, under upstream's names; the probes' counts are on a page of their own. Thread-safe.</summary>
internal sealed class KubeletMetrics
{
    private static readonly double[] Short = Histogram.Exponential(.005, 2.5, 14);
    private static readonly double[] Pulls = [1, 5, 10, 20, 30, 60, 180, 300, 600, 900, 1200];
    private static readonly double[] Starts = [.5, 1, 2, 3, 4, 5, 6, 8, 10, 20, 30, 45, 60, 120, 180, 240, 300, 360, 480, 600, 900, 1200, 1800, 2700, 3600];

    private readonly Counter _operations;
    private readonly Counter _operationErrors;
    private readonly Histogram _operationSeconds;

    public KubeletMetrics(string nodeName)
    {
        _operations = Page.Counter("kubelet_runtime_operations_total", "Cumulative number of runtime operations by operation type.", Stability.Alpha, "operation_type");
        _operationErrors = Page.Counter("kubelet_runtime_operations_errors_total", "Cumulative number of runtime operation errors by operation type.", Stability.Alpha, "operation_type");
        _operationSeconds = Page.Histogram("kubelet_runtime_operations_duration_seconds", "Duration in seconds of runtime operations. Broken down by operation type.", Stability.Alpha, Short, "operation_type");
        Evictions = Page.Counter("kubelet_evictions", "Cumulative number of pod evictions by eviction signal", Stability.Alpha, "eviction_signal");
        HttpRequests = Page.Counter("kubelet_http_requests_total", "Number of the http requests received since the server started", Stability.Alpha, "long_running", "method", "path", "server_type");
        HttpSeconds = Page.Histogram("kubelet_http_requests_duration_seconds", "Duration in seconds to serve http requests", Stability.Alpha, Histogram.DefaultBuckets, "long_running", "method", "path", "server_type");
        HttpInflight = Page.Gauge("kubelet_http_inflight_requests", "Number of the inflight http requests", Stability.Alpha, "long_running", "method", "path", "server_type");
        PodStartSeconds = Page.Histogram("kubelet_pod_start_duration_seconds", "Duration in seconds from kubelet seeing a pod for the first time to the pod starting to run", Stability.Alpha, Starts);
        PodWorkSeconds = Page.Histogram("kubelet_pod_worker_duration_seconds", "Duration in seconds to sync a single pod. Broken down by operation type: create, update, or sync", Stability.Alpha, Short, "operation_type");
        PodStatusSeconds = Page.Histogram("kubelet_pod_status_sync_duration_seconds", "Duration in seconds to sync a pod status update. Measures time from detection of a change to pod status until the API is successfully updated for that pod, even if multiple intevening changes to pod status occur.", Stability.Alpha, [.01, .05, .1, .5, 1, 5, 10, 20, 30, 45, 60]);
        RelistSeconds = Page.Histogram("kubelet_pleg_relist_duration_seconds", "Duration in seconds for relisting pods in PLEG.", Stability.Alpha, Short);
        RelistIntervalSeconds = Page.Histogram("kubelet_pleg_relist_interval_seconds", "Interval in seconds between relisting in PLEG.", Stability.Alpha, Short);
        RelistSeen = Page.Gauge("kubelet_pleg_last_seen_seconds", "Timestamp in seconds when PLEG was last seen active.", Stability.Alpha);
        StartedPods = Page.Counter("kubelet_started_pods_total", "Cumulative number of pods started", Stability.Alpha);
        StartedPodErrors = Page.Counter("kubelet_started_pods_errors_total", "Cumulative number of errors when starting pods", Stability.Alpha);
        StartedContainers = Page.Counter("kubelet_started_containers_total", "Cumulative number of containers started", Stability.Alpha, "container_type");
        StartedContainerErrors = Page.Counter("kubelet_started_containers_errors_total", "Cumulative number of errors when starting containers", Stability.Alpha, "code", "container_type");
        PullSeconds = Page.Histogram("kubelet_image_pull_duration_seconds", "Duration in seconds to pull an image.", Stability.Alpha, Pulls, "image_size_in_bytes");
        RunningPods = Page.Gauge("kubelet_running_pods", "Number of pods that have a running pod sandbox", Stability.Alpha);
        RunningContainers = Page.Gauge("kubelet_running_containers", "Number of containers currently running", Stability.Alpha, "container_state");
        ActivePods = Page.Gauge("kubelet_active_pods", "The number of pods the kubelet considers active and which are being considered when admitting new pods. static is true if the pod is not from the apiserver.", Stability.Alpha, "static");
        DesiredPods = Page.Gauge("kubelet_desired_pods", "The number of pods the kubelet is being instructed to run. static is true if the pod is not from the apiserver.", Stability.Alpha, "static");
        Probes = ProbePage.Counter("prober_probe_total", "Cumulative number of a liveness, readiness or startup probe for a container by result.", Stability.Beta, "container", "namespace", "pod", "pod_uid", "probe_type", "result");
        ProbeSeconds = ProbePage.Histogram("prober_probe_duration_seconds", "Duration in seconds for a probe response.", Stability.Alpha, Histogram.DefaultBuckets, "container", "namespace", "pod", "probe_type");
        Page.Gauge("kubelet_node_name", "The node's name. The count is always 1.", Stability.Alpha, "node").With(nodeName).Set(1);
        var platform = $"linux/{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "amd64")}";
        Page.Gauge("kubernetes_build_info", "A metric with a constant '1' value labeled by major, minor, git version, git commit, git tree state, build date, Go version, and compiler from which Kubernetes was built, and platform on which it is running.", Stability.Alpha, "build_date", "compiler", "git_commit", "git_tree_state", "git_version", "go_version", "major", "minor", "platform")
            .With("", "ilc", "", "clean", KubeletVersion.Full, "", "1", "36", platform).Set(1);
        var start = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;
        Page.Gauge("process_start_time_seconds", "Start time of the process since unix epoch in seconds.", Stability.Alpha, () => start);
        Page.Gauge("process_resident_memory_bytes", "Resident memory size in bytes.", Stability.Alpha, () => Environment.WorkingSet);
        Page.Gauge("process_cpu_seconds_total", "Total user and system CPU time spent in seconds.", Stability.Alpha, () => Environment.CpuUsage.TotalTime.TotalSeconds);
    }

    /// <summary>What /metrics shows.</summary>
    public MetricsRegistry Page { get; } = new();

    /// <summary>What /metrics/probes shows.</summary>
    public MetricsRegistry ProbePage { get; } = new();

    public Counter Evictions { get; }

    public Counter HttpRequests { get; }

    public Histogram HttpSeconds { get; }

    public Gauge HttpInflight { get; }

    public Histogram PodStartSeconds { get; }

    public Histogram PodWorkSeconds { get; }

    public Histogram PodStatusSeconds { get; }

    public Histogram RelistSeconds { get; }

    public Histogram RelistIntervalSeconds { get; }

    public Gauge RelistSeen { get; }

    public Counter StartedPods { get; }

    public Counter StartedPodErrors { get; }

    public Counter StartedContainers { get; }

    public Counter StartedContainerErrors { get; }

    public Histogram PullSeconds { get; }

    public Gauge RunningPods { get; }

    public Gauge RunningContainers { get; }

    public Gauge ActivePods { get; }

    public Gauge DesiredPods { get; }

    public Counter Probes { get; }

    public Histogram ProbeSeconds { get; }

    /// <summary>A call of the runtime has ended.</summary>
    public void Operation(string name, TimeSpan took, bool failed)
    {
        _operations.With(name).Inc();
        _operationSeconds.With(name).Observe(took.TotalSeconds);
        if (failed)
        {
            _operationErrors.With(name).Inc();
        }
    }

    /// <summary>The bucket of sizes that an image pull is counted in.</summary>
    public static string SizeBucket(ulong bytes) => (bytes >> 20) switch
    {
        < 10 => "0-10MB",
        < 100 => "10MB-100MB",
        < 500 => "100MB-500MB",
        < 1024 => "500MB-1GB",
        < 5 * 1024 => "1GB-5GB",
        < 10 * 1024 => "5GB-10GB",
        < 20 * 1024 => "10GB-20GB",
        < 30 * 1024 => "20GB-30GB",
        < 40 * 1024 => "30GB-40GB",
        < 60 * 1024 => "40GB-60GB",
        < 100 * 1024 => "60GB-100GB",
        _ => "GT100GB",
    };
}
