using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Resources;

/// <summary>Between resource requirements and what the kernel is told. Pure.</summary>
internal static class ContainerResources
{
    private const long SharesPerCpu = 1024;
    private const long MinShares = 2;
    private const long MaxShares = 262144;
    private const long Period = 100000;
    private const long MinQuota = 1000;

    public static long SharesOf(long milliCpu) => milliCpu == 0 ? MinShares : Math.Clamp(milliCpu * SharesPerCpu / 1000, MinShares, MaxShares);

    public static long QuotaOf(long milliCpu) => milliCpu == 0 ? 0 : Math.Max(milliCpu * Period / 1000, MinQuota);

    /// <summary>The limits of a container; <paramref name="memoryCapacity"/> in bytes is what OOM scores are measured against.</summary>
    public static V1.LinuxContainerResources Linux(Pod pod, Container container, long memoryCapacity, bool enforceQuota)
    {
        var cpuLimit = Milli(container.Resources.Limits, "cpu");
        var cpuRequest = container.Resources.Requests.ContainsKey("cpu") || cpuLimit == 0 ? Milli(container.Resources.Requests, "cpu") : cpuLimit;
        var memoryLimit = Bytes(container.Resources.Limits, "memory");
        if (memoryLimit == 0 && pod.Spec.Resources is { } podLevel)
        {
            memoryLimit = Bytes(podLevel.Limits, "memory");
            cpuLimit = cpuLimit == 0 ? Milli(podLevel.Limits, "cpu") : cpuLimit;
        }

        var resources = new V1.LinuxContainerResources
        {
            CpuShares = SharesOf(cpuRequest),
            MemoryLimitInBytes = memoryLimit,
            OomScoreAdj = OomScore(pod, container, memoryCapacity),
        };
        if (enforceQuota)
        {
            resources.CpuPeriod = Period;
            resources.CpuQuota = QuotaOf(cpuLimit);
        }

        foreach (var (name, quantity) in container.Resources.Limits.Where(l => l.Key.StartsWith("hugepages-", StringComparison.Ordinal)))
        {
            resources.HugepageLimits.Add(new V1.HugepageLimit { PageSize = PageSize(name["hugepages-".Length..]), Limit = (ulong)quantity.Value });
        }

        return resources;
    }

    /// <summary>What the status shows as in force: the spec's values where the runtime confirms them or says nothing.</summary>
    public static ResourceRequirements Reported(Pod pod, Container container, V1.LinuxContainerResources? actual)
    {
        if (actual is null)
        {
            return container.Resources with { Claims = default };
        }

        var limits = container.Resources.Limits;
        var requests = container.Resources.Requests;
        if (limits.TryGetValue("memory", out var memory) && actual.MemoryLimitInBytes > 0 && actual.MemoryLimitInBytes != memory.Value)
        {
            limits = limits.With("memory", new Quantity(actual.MemoryLimitInBytes, QuantityFormat.BinarySI));
        }

        if (limits.TryGetValue("cpu", out var cpu) && actual.CpuQuota > 0 && actual.CpuQuota != QuotaOf(cpu.MilliValue))
        {
            limits = limits.With("cpu", Quantity.FromMilli(actual.CpuQuota * 1000 / Math.Max(actual.CpuPeriod, 1)));
        }

        if (requests.TryGetValue("cpu", out var request) && actual.CpuShares > MinShares && actual.CpuShares != SharesOf(request.MilliValue))
        {
            requests = requests.With("cpu", Quantity.FromMilli((actual.CpuShares * 1000 + SharesPerCpu - 1) / SharesPerCpu));
        }

        return new() { Limits = limits, Requests = requests };
    }

    /// <summary>How early the kernel kills a container when memory runs out: -1000 never, 1000 first.</summary>
    public static long OomScore(Pod pod, Container container, long memoryCapacity)
    {
        if (pod.Spec.Priority >= 2_000_000_000)
        {
            return -997;
        }

        switch (PodQos.Of(pod))
        {
            case PodQos.Guaranteed:
                return -997;
            case PodQos.BestEffort:
                return 1000;
        }

        var request = Bytes(container.Resources.Requests, "memory");
        var score = 1000 - (1000 * request / Math.Max(memoryCapacity, 1));
        return score switch
        {
            < 3 => 3,
            >= 1000 => 999,
            _ => score,
        };
    }

    public static long Milli(ValueMap<Quantity> list, string name) => list.TryGetValue(name, out var quantity) ? quantity.MilliValue : 0;

    public static long Bytes(ValueMap<Quantity> list, string name) => list.TryGetValue(name, out var quantity) ? quantity.Value : 0;

    private static string PageSize(string suffix) => suffix.Replace("Ki", "KB", StringComparison.Ordinal).Replace("Mi", "MB", StringComparison.Ordinal).Replace("Gi", "GB", StringComparison.Ordinal);
}
