using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Cri;
using Cybernetes.Kubelet.Containers;
using Cybernetes.Kubelet.Events;
using Cybernetes.Kubelet.Machine;
using Cybernetes.Kubelet.Metrics;
using Cybernetes.Kubelet.Pods;
using Cybernetes.Kubelet.Resources;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Maintenance;

/// <summary>What a signal reads now.</summary>
internal readonly record struct Observation(long Available, long Capacity);

/// <summary>
/// Ends pods before the node itself runs out of memory, disk or processes: one at a time, those first that use more than they asked for and
/// matter least. Also ends pods that exceed their own limits of local storage.
/// </summary>
internal sealed class EvictionManager(KubeletOptions options, IRuntimeService runtime, ImageGc images, PodWorkers workers, IEventSink events, KubeletMetrics metrics, TimeProvider time)
{
    /// <summary>What a pod gets to end, in seconds, when there is no time.</summary>
    private const long AtOnce = 1;

    private readonly IReadOnlyList<Threshold> _thresholds = Threshold.All(options);
    private readonly Dictionary<string, DateTimeOffset> _pressures = [];
    private readonly Dictionary<Threshold, DateTimeOffset> _since = [];
    private volatile IReadOnlySet<string> _current = new HashSet<string>();

    /// <summary>Which of memory, disk and pid run short, or did a short while ago.</summary>
    public IReadOnlySet<string> Pressures => _current;

    /// <summary>Reads a signal; replaceable so that a shortage can be shown without one.</summary>
    public Func<string, Observation?> Observe { get; init; } = signal => ReadSignal(signal, options.RootDirectory);

    /// <summary>Looks once, and evicts at most one pod for a shortage.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var stats = await runtime.ListContainerStatsAsync(null, cancellationToken).ConfigureAwait(false);
        if (EvictOverLimit(stats))
        {
            return;
        }

        var now = time.GetUtcNow();
        (Threshold Threshold, Observation Seen)? worst = null;
        foreach (var threshold in _thresholds)
        {
            if (Observe(threshold.Signal) is not { } seen || !threshold.IsMet(seen, _since.ContainsKey(threshold)))
            {
                _since.Remove(threshold);
                continue;
            }

            _since.TryAdd(threshold, now);
            _pressures[threshold.Meaning.Pressure] = now;

            // Memory first: it is what hurts soonest.
            if (now - _since[threshold] >= (threshold.Grace ?? TimeSpan.Zero))
            {
                worst = worst is null || threshold.Meaning.Pressure == "memory" ? (threshold, seen) : worst;
            }
        }

        _current = _pressures.Where(p => now - p.Value < options.EvictionPressureTransitionPeriod).Select(p => p.Key).ToHashSet();
        if (worst is not var (crossed, observation))
        {
            return;
        }

        events.RecordNode(EventNames.Warning, "EvictionThresholdMet", $"Attempting to reclaim {crossed.Meaning.Resource}");
        if (crossed.Meaning.Pressure == "disk")
        {
            await images.RemoveUnusedAsync(cancellationToken).ConfigureAwait(false);
            if (Observe(crossed.Signal) is { } after && !crossed.IsMet(after, already: true))
            {
                return;
            }
        }

        EvictOne(crossed, observation, stats);
    }

    /// <summary>The pods in the order in which they are to go for a resource. Pure.</summary>
    internal static IReadOnlyList<Pod> Rank(IEnumerable<Pod> pods, string resource, Func<Pod, long> usage) =>
    [
        .. pods
            .OrderByDescending(p => usage(p) > Request(p, resource))
            .ThenBy(p => p.Spec.Priority ?? 0)
            .ThenByDescending(p => usage(p) - Request(p, resource)),
    ];

    private static long Request(Pod pod, string resource) => ContainerResources.Bytes(PodResources.Requests(pod), resource);

    private void EvictOne(Threshold crossed, Observation seen, IReadOnlyList<V1.ContainerStats> stats)
    {
        var resource = crossed.Meaning.Resource;
        var candidates = workers.Active.Where(p => !p.IsCritical && !p.IsBeingDeleted && !p.IsTerminal);
        foreach (var pod in Rank(candidates, resource, p => UsageOf(p, resource, stats)))
        {
            var message = $"The node was low on resource: {resource}. Threshold quantity: {Show(crossed.Bound(seen.Capacity))}, available: {Show(seen.Available)}. ";
            foreach (var container in Of(pod, stats))
            {
                var name = container.Attributes.Labels[ContainerLabels.ContainerName];
                var used = Usage(container, resource);
                var request = pod.FindContainer(name) is { } spec ? ContainerResources.Bytes(spec.Resources.Requests, resource) : 0;
                if (used > request)
                {
                    message += $"Container {name} was using {Show(used)}, request is {(request == 0 ? "0" : Show(request))}, has larger consumption of {resource}. ";
                }
            }

            var grace = crossed.Grace is null ? AtOnce : Math.Min(options.EvictionMaxPodGracePeriod, pod.Spec.TerminationGracePeriodSeconds ?? 30);
            Evict(pod, message, crossed.Signal, grace);
            return;
        }
    }

    /// <summary>A pod that exceeds a limit of its own goes whether or not the node is short.</summary>
    private bool EvictOverLimit(IReadOnlyList<V1.ContainerStats> stats)
    {
        foreach (var pod in workers.Active.Where(p => !p.IsBeingDeleted && !p.IsTerminal))
        {
            foreach (var volume in pod.Spec.Volumes)
            {
                if (volume.VolumeSource.EmptyDir is { SizeLimit: { IsZero: false } limit, Medium: "" }
                    && SizeOf(Path.Combine(options.RootDirectory, "pods", pod.Metadata.Uid, "volumes", "kubernetes.io~empty-dir", volume.Name)) > limit.Value)
                {
                    Evict(pod, $"Usage of EmptyDir volume \"{volume.Name}\" exceeds the limit \"{limit}\". ", "emptydirfs.limit", AtOnce);
                    return true;
                }
            }

            foreach (var container in Of(pod, stats))
            {
                var name = container.Attributes.Labels[ContainerLabels.ContainerName];
                if (pod.FindContainer(name) is { } spec && spec.Resources.Limits.TryGetValue("ephemeral-storage", out var storage) && !storage.IsZero && Usage(container, "ephemeral-storage") > storage.Value)
                {
                    Evict(pod, $"Container {name} exceeded its local ephemeral storage limit \"{storage}\". ", "ephemeralcontainerfs.limit", AtOnce);
                    return true;
                }
            }
        }

        return false;
    }

    private void Evict(Pod pod, string message, string signal, long grace)
    {
        if (workers.End(pod.Metadata.Uid, new("Failed", "Evicted", message, grace)))
        {
            metrics.Evictions.With(signal).Inc();
            events.Record(pod, null, EventNames.Warning, EventNames.Evicted, message);
        }
    }

    private static IEnumerable<V1.ContainerStats> Of(Pod pod, IReadOnlyList<V1.ContainerStats> stats) =>
        stats.Where(s => s.Attributes.Labels.TryGetValue(ContainerLabels.PodUid, out var uid) && uid == pod.Metadata.Uid);

    private static long UsageOf(Pod pod, string resource, IReadOnlyList<V1.ContainerStats> stats) => Of(pod, stats).Sum(s => Usage(s, resource));

    private static long Usage(V1.ContainerStats stats, string resource) => resource switch
    {
        "memory" => (long)(stats.Memory?.WorkingSetBytes?.Value ?? 0),
        "inodes" => (long)(stats.WritableLayer?.InodesUsed?.Value ?? 0),
        "ephemeral-storage" => (long)(stats.WritableLayer?.UsedBytes?.Value ?? 0),
        _ => 0,
    };

    private static string Show(long bytes) => bytes % 1024 == 0 ? $"{bytes / 1024}Ki" : bytes.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static long SizeOf(string directory)
    {
        try
        {
            return Directory.Exists(directory) ? new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0; // its owner is changing it: looked at again in a moment
        }
    }

    private static Observation? ReadSignal(string signal, string root)
    {
        switch (signal)
        {
            case "memory.available" or "allocatableMemory.available":
                var total = MachineInfo.MemInfo("/", "MemTotal");
                var workingSet = total - MachineInfo.MemInfo("/", "MemFree") - MachineInfo.MemInfo("/", "Inactive(file)") - MachineInfo.MemInfo("/", "Active(file)");
                return new(total - workingSet, total);
            case "nodefs.available" or "imagefs.available" or "containerfs.available":
                var disk = FileSystem.Of(root);
                return new(disk.Available, disk.Capacity);
            case "nodefs.inodesFree" or "imagefs.inodesFree" or "containerfs.inodesFree":
                var inodes = FileSystem.Of(root);
                return inodes.Inodes > 0 ? new(inodes.InodesFree, inodes.Inodes) : null;
            case "pid.available":
                var usage = NodeUsage.Read("/", DateTimeOffset.UtcNow);
                return new(usage.MaxProcesses - usage.Processes, usage.MaxProcesses);
            default:
                return null;
        }
    }
}
