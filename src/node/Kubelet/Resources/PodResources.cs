using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules.Quota;
using Cybernetes.Kubelet.Pods;

namespace Cybernetes.Kubelet.Resources;

/// <summary>Limits of a pod as a whole; 0 stands for none.</summary>
internal readonly record struct PodLimits(long CpuShares, long CpuQuota, long Memory);

/// <summary>Sums over a pod's containers. Pure.</summary>
internal static class PodResources
{
    public static PodLimits Of(Pod pod)
    {
        var requests = Requests(pod);
        var (cpu, hasCpu) = Limit(pod, "cpu", milli: true);
        var (memory, hasMemory) = Limit(pod, "memory", milli: false);
        return new(
            ContainerResources.SharesOf(ContainerResources.Milli(requests, "cpu")),
            hasCpu ? ContainerResources.QuotaOf(cpu) : 0,
            hasMemory ? memory : 0);
    }

    /// <summary>What a pod asks for: the regular containers and sidecars together, or the largest init step where that is more, and the overhead.</summary>
    public static ValueMap<Quantity> Requests(Pod pod) => PodDemand.Requests(pod.Spec);

    private static (long Sum, bool All) Limit(Pod pod, string name, bool milli)
    {
        if (pod.Spec.Resources is { } podLevel && podLevel.Limits.TryGetValue(name, out var given))
        {
            return (milli ? given.MilliValue : given.Value, true);
        }

        long sum = 0, largestInit = 0;
        var all = true;
        foreach (var container in pod.Spec.Containers.Concat(pod.Spec.InitContainers))
        {
            var value = milli ? ContainerResources.Milli(container.Resources.Limits, name) : ContainerResources.Bytes(container.Resources.Limits, name);
            all &= value > 0;
            if (pod.IsInitContainer(container.Name) && !container.IsSidecar)
            {
                largestInit = Math.Max(largestInit, value);
            }
            else
            {
                sum += value;
            }
        }

        var overhead = milli ? ContainerResources.Milli(pod.Spec.Overhead, name) : ContainerResources.Bytes(pod.Spec.Overhead, name);
        return (Math.Max(sum, largestInit) + overhead, all);
    }
}
