using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Machine;
using Cybernetes.Kubelet.Resources;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Stats;

/// <summary>Usage of the node and its pods, as /stats/summary and /metrics/resource show it. Thread-safe.</summary>
internal sealed class StatsCollector(KubeletOptions options, PodCgroups cgroups, IRuntimeService runtime, IImageService images, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (long Time, ulong Usage)> _lastCpu = new();

    /// <summary>The Summary document.</summary>
    public async Task<byte[]> SummaryAsync(IReadOnlyList<Pod> pods, CancellationToken cancellationToken)
    {
        var containers = await runtime.ListContainerStatsAsync(null, cancellationToken).ConfigureAwait(false);
        var imageFs = (await images.ImageFsInfoAsync(cancellationToken).ConfigureAwait(false)).ImageFilesystems.FirstOrDefault();
        var node = NodeUsage.Read("/", time.GetUtcNow());
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("node");
            json.WriteString("nodeName", options.NodeName);
            json.WriteString("startTime", Text(node.BootTime));
            Cpu(json, node.Time, node.CpuNanoCores, node.CpuNanoSeconds);
            json.WriteStartObject("memory");
            json.WriteString("time", Text(node.Time));
            json.WriteNumber("availableBytes", node.MemoryAvailable);
            json.WriteNumber("usageBytes", node.MemoryUsage);
            json.WriteNumber("workingSetBytes", node.MemoryWorkingSet);
            json.WriteNumber("rssBytes", MachineInfo.MemInfo("/", "AnonPages"));
            json.WriteEndObject();
            Network(json, node.Time, node.Interfaces);
            FileSystem(json, "fs", options.RootDirectory, null);
            json.WriteStartObject("runtime");
            FileSystem(json, "imageFs", imageFs?.FsId?.Mountpoint is { Length: > 0 } mount && Directory.Exists(mount) ? mount : options.RootDirectory, imageFs?.UsedBytes?.Value);
            json.WriteEndObject();
            json.WriteStartObject("rlimit");
            json.WriteString("time", Text(node.Time));
            json.WriteNumber("maxpid", node.MaxProcesses);
            json.WriteNumber("curproc", node.Processes);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("pods");
            foreach (var pod in pods)
            {
                var own = containers.Where(c => c.Attributes.Labels.TryGetValue(ContainerLabels.PodUid, out var uid) && uid == pod.Metadata.Uid).ToList();
                if (own.Count > 0)
                {
                    PodStats(json, pod, own);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The resource metrics that metrics-server reads.</summary>
    public async Task<byte[]> ResourceMetricsAsync(CancellationToken cancellationToken)
    {
        var containers = await runtime.ListContainerStatsAsync(null, cancellationToken).ConfigureAwait(false);
        var node = NodeUsage.Read("/", time.GetUtcNow());
        var text = new StringBuilder();
        Family("container_cpu_usage_seconds_total", "[STABLE] Cumulative cpu time consumed by the container in core-seconds", "counter");
        Each((c, labels) => Line("container_cpu_usage_seconds_total", labels, (c.Cpu?.UsageCoreNanoSeconds?.Value ?? 0) / 1e9, c.Cpu?.Timestamp ?? 0));
        Family("container_memory_working_set_bytes", "[STABLE] Current working set of the container in bytes", "gauge");
        Each((c, labels) => Line("container_memory_working_set_bytes", labels, c.Memory?.WorkingSetBytes?.Value ?? 0, c.Memory?.Timestamp ?? 0));
        var now = node.Time.ToUnixTimeMilliseconds() * 1_000_000;
        Family("node_cpu_usage_seconds_total", "[STABLE] Cumulative cpu time consumed by the node in core-seconds", "counter");
        Line("node_cpu_usage_seconds_total", "", node.CpuNanoSeconds / 1e9, now);
        Family("node_memory_working_set_bytes", "[STABLE] Current working set of the node in bytes", "gauge");
        Line("node_memory_working_set_bytes", "", node.MemoryWorkingSet, now);
        Family("pod_cpu_usage_seconds_total", "[STABLE] Cumulative cpu time consumed by the pod in core-seconds", "counter");
        EachPod((labels, own) => Line("pod_cpu_usage_seconds_total", labels, own.Sum(c => (c.Cpu?.UsageCoreNanoSeconds?.Value ?? 0) / 1e9), own.Max(c => c.Cpu?.Timestamp ?? 0)));
        Family("pod_memory_working_set_bytes", "[STABLE] Current working set of the pod in bytes", "gauge");
        EachPod((labels, own) => Line("pod_memory_working_set_bytes", labels, own.Sum(c => (double)(c.Memory?.WorkingSetBytes?.Value ?? 0)), own.Max(c => c.Memory?.Timestamp ?? 0)));
        Family("resource_scrape_error", "[STABLE] 1 if there was an error while getting container metrics, 0 otherwise", "gauge");
        text.Append("resource_scrape_error 0\n");
        return Encoding.UTF8.GetBytes(text.ToString());

        void Family(string name, string help, string type) => text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        void Line(string name, string labels, double value, long nanoseconds) => text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {Base.GoFloat.Format(value)} {nanoseconds / 1_000_000}\n");
        void Each(Action<V1.ContainerStats, string> write)
        {
            foreach (var c in containers)
            {
                write(c, $"{{container=\"{Label(c, ContainerLabels.ContainerName)}\",namespace=\"{Label(c, ContainerLabels.PodNamespace)}\",pod=\"{Label(c, ContainerLabels.PodName)}\"}}");
            }
        }

        void EachPod(Action<string, List<V1.ContainerStats>> write)
        {
            foreach (var group in containers.GroupBy(c => (Label(c, ContainerLabels.PodNamespace), Label(c, ContainerLabels.PodName))))
            {
                write($"{{namespace=\"{group.Key.Item1}\",pod=\"{group.Key.Item2}\"}}", [.. group]);
            }
        }
    }

    private static string Label(V1.ContainerStats stats, string name) => stats.Attributes.Labels.TryGetValue(name, out var value) ? value : "";

    private static string Text(DateTimeOffset moment) => new Time(moment).ToString();

    private static void Cpu(Utf8JsonWriter json, DateTimeOffset at, ulong nanoCores, ulong nanoSeconds)
    {
        json.WriteStartObject("cpu");
        json.WriteString("time", Text(at));
        json.WriteNumber("usageNanoCores", nanoCores);
        json.WriteNumber("usageCoreNanoSeconds", nanoSeconds);
        json.WriteEndObject();
    }

    private static void Network(Utf8JsonWriter json, DateTimeOffset at, IReadOnlyList<(string Name, ulong Rx, ulong RxErrors, ulong Tx, ulong TxErrors)> interfaces)
    {
        json.WriteStartObject("network");
        json.WriteString("time", Text(at));
        json.WriteString("name", interfaces.Select(i => i.Name).FirstOrDefault(""));
        json.WriteStartArray("interfaces");
        foreach (var (name, rx, rxErrors, tx, txErrors) in interfaces)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteNumber("rxBytes", rx);
            json.WriteNumber("rxErrors", rxErrors);
            json.WriteNumber("txBytes", tx);
            json.WriteNumber("txErrors", txErrors);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void FileSystem(Utf8JsonWriter json, string name, string path, ulong? used)
    {
        var disk = new DriveInfo(path);
        json.WriteStartObject(name);
        json.WriteString("time", Text(time.GetUtcNow()));
        json.WriteNumber("availableBytes", disk.AvailableFreeSpace);
        json.WriteNumber("capacityBytes", disk.TotalSize);
        json.WriteNumber("usedBytes", used ?? (ulong)(disk.TotalSize - disk.TotalFreeSpace));
        var inodes = Maintenance.FileSystem.Of(path);
        json.WriteNumber("inodesFree", inodes.InodesFree);
        json.WriteNumber("inodes", inodes.Inodes);
        json.WriteNumber("inodesUsed", inodes.Inodes - inodes.InodesFree);
        json.WriteEndObject();
    }

    private void PodStats(Utf8JsonWriter json, Pod pod, List<V1.ContainerStats> containers)
    {
        json.WriteStartObject();
        json.WriteStartObject("podRef");
        json.WriteString("name", pod.Metadata.Name);
        json.WriteString("namespace", pod.Metadata.Namespace);
        json.WriteString("uid", pod.Metadata.Uid);
        json.WriteEndObject();
        json.WriteString("startTime", Text(pod.Status.StartTime?.Moment ?? pod.Metadata.CreationTimestamp.Moment));
        json.WriteStartArray("containers");
        ulong cores = 0, seconds = 0, working = 0, disk = 0;
        foreach (var c in containers)
        {
            var nano = NanoCores(c);
            cores += nano;
            seconds += c.Cpu?.UsageCoreNanoSeconds?.Value ?? 0;
            working += c.Memory?.WorkingSetBytes?.Value ?? 0;
            disk += c.WritableLayer?.UsedBytes?.Value ?? 0;
            json.WriteStartObject();
            json.WriteString("name", Label(c, ContainerLabels.ContainerName));
            json.WriteString("startTime", Text(pod.Status.StartTime?.Moment ?? pod.Metadata.CreationTimestamp.Moment));
            Cpu(json, Moment(c.Cpu?.Timestamp ?? 0), nano, c.Cpu?.UsageCoreNanoSeconds?.Value ?? 0);
            json.WriteStartObject("memory");
            json.WriteString("time", Text(Moment(c.Memory?.Timestamp ?? 0)));
            json.WriteNumber("workingSetBytes", c.Memory?.WorkingSetBytes?.Value ?? 0);
            json.WriteNumber("usageBytes", c.Memory?.UsageBytes?.Value ?? c.Memory?.WorkingSetBytes?.Value ?? 0);
            json.WriteEndObject();
            json.WriteStartObject("rootfs");
            json.WriteString("time", Text(Moment(c.WritableLayer?.Timestamp ?? 0)));
            json.WriteNumber("usedBytes", c.WritableLayer?.UsedBytes?.Value ?? 0);
            json.WriteNumber("inodesUsed", c.WritableLayer?.InodesUsed?.Value ?? 0);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Cpu(json, time.GetUtcNow(), cores, seconds);
        json.WriteStartObject("memory");
        json.WriteString("time", Text(time.GetUtcNow()));
        var usage = CgroupUsage.Read(PodCgroups.MountRoot, cgroups.PathOf(pod));
        json.WriteNumber("workingSetBytes", working);
        json.WriteNumber("usageBytes", usage?.MemoryUsage ?? working);
        if (usage is not null)
        {
            json.WriteNumber("rssBytes", usage.MemoryRss);
        }

        json.WriteEndObject();
        if (usage is not null)
        {
            json.WriteStartObject("process_stats");
            json.WriteNumber("process_count", usage.Processes);
            json.WriteEndObject();
        }

        if (!pod.Spec.HostNetwork && PodProcess(pod, containers) is { } process && NodeUsage.InterfacesOf(process) is { } interfaces)
        {
            Network(json, time.GetUtcNow(), interfaces);
        }

        json.WriteStartObject("ephemeral-storage");
        json.WriteString("time", Text(time.GetUtcNow()));
        json.WriteNumber("usedBytes", disk);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A process of the pod, whose network is the pod's.</summary>
    private int? PodProcess(Pod pod, List<V1.ContainerStats> containers) => containers
        .Select(c => CgroupUsage.Read(PodCgroups.MountRoot, cgroups.PathOf(pod, c.Attributes.Id))?.AnyProcess ?? 0)
        .Where(p => p > 0)
        .Select(p => (int?)p)
        .FirstOrDefault();

    private static DateTimeOffset Moment(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / 100);

    /// <summary>The runtime's own figure, or what was used since the last look.</summary>
    private ulong NanoCores(V1.ContainerStats stats)
    {
        if (stats.Cpu is not { UsageCoreNanoSeconds: { } usage } cpu)
        {
            return 0;
        }

        var last = _lastCpu.GetValueOrDefault(stats.Attributes.Id);
        if (cpu.Timestamp > last.Time)
        {
            _lastCpu[stats.Attributes.Id] = (cpu.Timestamp, usage.Value);
        }

        return cpu.UsageNanoCores?.Value
            ?? (last.Time > 0 && cpu.Timestamp > last.Time && usage.Value >= last.Usage ? (ulong)((usage.Value - last.Usage) * 1e9 / (cpu.Timestamp - last.Time)) : 0);
    }
}
