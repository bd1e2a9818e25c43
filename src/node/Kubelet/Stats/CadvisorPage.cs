using Cybernetes.Api.CoreV1;
using Cybernetes.Base.Metrics;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Machine;
using Cybernetes.Kubelet.Resources;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Stats;

/// <summary>
/// What /metrics/cadvisor shows: the kernel's accounts of the machine, of each pod and of each running container under cAdvisor's names. Made
/// anew for each reader. Thread-safe.
/// </summary>
internal sealed class CadvisorPage(IRuntimeService runtime, PodCgroups cgroups, TimeProvider time)
{
    private static readonly string[] Labels = ["container", "id", "image", "name", "namespace", "pod"];

    private static readonly (string Name, string Help, bool IsCounter, Func<CgroupUsage, double> Read)[] Families =
    [
        ("container_cpu_user_seconds_total", "Cumulative user cpu time consumed in seconds.", true, u => u.UserSeconds),
        ("container_cpu_system_seconds_total", "Cumulative system cpu time consumed in seconds.", true, u => u.SystemSeconds),
        ("container_cpu_cfs_periods_total", "Number of elapsed enforcement period intervals.", true, u => u.Periods),
        ("container_cpu_cfs_throttled_periods_total", "Number of throttled period intervals.", true, u => u.ThrottledPeriods),
        ("container_cpu_cfs_throttled_seconds_total", "Total time duration the container has been throttled.", true, u => u.ThrottledSeconds),
        ("container_spec_cpu_shares", "CPU share of the container.", false, u => u.CpuShares),
        ("container_spec_cpu_quota", "CPU quota of the container.", false, u => u.CpuQuota),
        ("container_spec_cpu_period", "CPU period of the container.", false, u => u.CpuPeriod),
        ("container_memory_usage_bytes", "Current memory usage in bytes, including all memory regardless of when it was accessed", false, u => u.MemoryUsage),
        ("container_memory_working_set_bytes", "Current working set in bytes.", false, u => u.MemoryWorkingSet),
        ("container_memory_rss", "Size of RSS in bytes.", false, u => u.MemoryRss),
        ("container_memory_cache", "Number of bytes of page cache memory.", false, u => u.MemoryCache),
        ("container_memory_mapped_file", "Size of memory mapped files in bytes.", false, u => u.MemoryMapped),
        ("container_memory_swap", "Container swap usage in bytes.", false, u => u.MemorySwap),
        ("container_memory_max_usage_bytes", "Maximum memory usage recorded in bytes", false, u => u.MemoryPeak),
        ("container_spec_memory_limit_bytes", "Memory limit for the container.", false, u => u.MemoryLimit),
        ("container_oom_events_total", "Count of out of memory events observed for the container", true, u => u.OomKills),
        ("container_processes", "Number of processes running inside the container.", false, u => u.Processes),
    ];

    private static readonly (string Name, string Help)[] NetworkFamilies =
    [
        ("container_network_receive_bytes_total", "Cumulative count of bytes received"),
        ("container_network_receive_errors_total", "Cumulative count of errors encountered while receiving"),
        ("container_network_transmit_bytes_total", "Cumulative count of bytes transmitted"),
        ("container_network_transmit_errors_total", "Cumulative count of errors encountered while transmitting"),
    ];

    private readonly MachineInfo _machine = MachineInfo.Read();

    public async Task<byte[]> WriteAsync(IReadOnlyList<Pod> pods, CancellationToken cancellationToken)
    {
        var page = new MetricsRegistry();
        string[] machine = [_machine.BootId, _machine.MachineId, _machine.SystemUuid];
        page.Gauge("machine_cpu_cores", "Number of logical CPU cores.", Stability.Alpha, "boot_id", "machine_id", "system_uuid").With(machine).Set(_machine.Cpus);
        page.Gauge("machine_memory_bytes", "Amount of memory installed on the machine.", Stability.Alpha, "boot_id", "machine_id", "system_uuid").With(machine).Set(_machine.MemoryBytes);
        page.Gauge("machine_swap_bytes", "Amount of swap memory available on the machine.", Stability.Alpha, "boot_id", "machine_id", "system_uuid").With(machine).Set(_machine.SwapBytes);
        Show(page, "/", ["", "/", "", "", "", ""]);
        var containers = await runtime.ListContainersAsync(new() { State = new() { State = V1.ContainerState.ContainerRunning } }, cancellationToken).ConfigureAwait(false);
        foreach (var pod in pods)
        {
            var parent = cgroups.PathOf(pod);
            var usage = Show(page, parent, ["", "/" + parent, "", "", pod.Metadata.Namespace, pod.Metadata.Name]);
            foreach (var container in containers.Where(c => c.Labels.TryGetValue(ContainerLabels.PodUid, out var uid) && uid == pod.Metadata.Uid))
            {
                var path = cgroups.PathOf(pod, container.Id);
                string[] labels = [container.Labels[ContainerLabels.ContainerName], "/" + path, container.Image.Image, container.Id, pod.Metadata.Namespace, pod.Metadata.Name];
                usage = Show(page, path, labels) ?? usage;
                var started = DateTimeOffset.UnixEpoch.AddTicks(container.CreatedAt / 100);
                page.Gauge("container_start_time_seconds", "Start time of the container since unix epoch in seconds.", Stability.Alpha, Labels).With(labels).Set(started.ToUnixTimeSeconds());
            }

            if (!pod.Spec.HostNetwork && usage is { AnyProcess: > 0 and var process })
            {
                ShowNetwork(page, process, "/" + parent, pod);
            }
        }

        return page.Write();
    }

    private CgroupUsage? Show(MetricsRegistry page, string path, string[] labels)
    {
        if (CgroupUsage.Read(PodCgroups.MountRoot, path) is not { } usage)
        {
            return null;
        }

        foreach (var (name, help, isCounter, read) in Families)
        {
            var value = isCounter ? page.Counter(name, help, Stability.Alpha, Labels).With(labels) : page.Gauge(name, help, Stability.Alpha, Labels).With(labels);
            value.Set(read(usage));
        }

        page.Counter("container_cpu_usage_seconds_total", "Cumulative cpu time consumed in seconds.", Stability.Alpha, [.. Labels, "cpu"]).With([.. labels, "total"]).Set(usage.CpuSeconds);
        page.Gauge("container_last_seen", "Last time a container was seen by the exporter", Stability.Alpha, Labels).With(labels).Set(time.GetUtcNow().ToUnixTimeSeconds());
        return usage;
    }

    private static void ShowNetwork(MetricsRegistry page, int process, string id, Pod pod)
    {
        foreach (var (name, received, receiveErrors, sent, sendErrors) in NodeUsage.InterfacesOf(process) ?? [])
        {
            ulong[] values = [received, receiveErrors, sent, sendErrors];
            for (var i = 0; i < NetworkFamilies.Length; i++)
            {
                page.Counter(NetworkFamilies[i].Name, NetworkFamilies[i].Help, Stability.Alpha, [.. Labels, "interface"])
                    .With("", id, "", "", pod.Metadata.Namespace, pod.Metadata.Name, name).Set(values[i]);
            }
        }
    }
}
