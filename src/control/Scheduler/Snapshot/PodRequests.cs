using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>What a pod asks of a node: containers and sidecars together, the largest init container, overhead (upstream's PodRequests).</summary>
public static class PodRequests
{
    private const long DefaultMilliCpu = 100;
    private const long DefaultMemory = 200 * 1024 * 1024;

    /// <summary>The requests; with <paramref name="nonZero"/>, containers that ask for no CPU or memory count as 100m and 200 MiB, as scoring does.</summary>
    public static Resources Of(Pod pod, bool nonZero = false)
    {
        var total = new Resources();
        foreach (var container in pod.Spec.Containers)
        {
            total.Add(Requests(pod, container, nonZero));
        }

        var sidecars = new Resources();
        var largest = new Resources();
        foreach (var container in pod.Spec.InitContainers)
        {
            var requests = Requests(pod, container, nonZero);
            if (container.RestartPolicy == "Always")
            {
                total.Add(requests);
                sidecars.Add(requests);
                largest.Max(sidecars);
            }
            else
            {
                requests.Add(sidecars);
                largest.Max(requests);
            }
        }

        total.Max(largest);
        if (pod.Spec.Resources is { } podLevel)
        {
            foreach (var (resource, quantity) in podLevel.Requests)
            {
                total.Set(resource, Resources.Amount(resource, quantity));
            }
        }

        total.Add(pod.Spec.Overhead);
        return total;
    }

    private static Resources Requests(Pod pod, Container container, bool nonZero)
    {
        var requests = Resources.From(InUse(pod, container));
        if (!nonZero)
        {
            return requests;
        }

        if (!container.Resources.Requests.ContainsKey("cpu"))
        {
            requests.Set("cpu", DefaultMilliCpu);
        }

        if (!container.Resources.Requests.ContainsKey("memory"))
        {
            requests.Set("memory", DefaultMemory);
        }

        return requests;
    }

    /// <summary>While a container is being resized, the larger of what it asks for and what it was granted counts (KEP-1287).</summary>
    private static ValueMap<Quantity> InUse(Pod pod, Container container)
    {
        var asked = container.Resources.Requests;
        foreach (var status in pod.Status.ContainerStatuses)
        {
            if (status.Name != container.Name || status.AllocatedResources.IsEmpty)
            {
                continue;
            }

            foreach (var (resource, granted) in status.AllocatedResources)
            {
                if (!asked.TryGetValue(resource, out var quantity) || granted > quantity)
                {
                    asked = asked.With(resource, granted);
                }
            }
        }

        return asked;
    }
}
