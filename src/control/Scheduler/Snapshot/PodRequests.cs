using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules.Quota;

namespace Cybernetes.Scheduler.Snapshot;

/// <summary>What a pod asks of a node, as the scheduler counts it.</summary>
public static class PodRequests
{
    private static readonly Quantity _defaultCpu = Quantity.Parse("100m");
    private static readonly Quantity _defaultMemory = Quantity.Parse("200Mi");

    /// <summary>The requests; with <paramref name="nonZero"/>, containers that ask for no CPU or memory count as 100m and 200 MiB, as scoring does.</summary>
    public static Resources Of(Pod pod, bool nonZero = false) => Resources.From(PodDemand.Requests(pod.Spec, container =>
    {
        var asked = InUse(pod, container);
        if (nonZero && !container.Resources.Requests.ContainsKey("cpu"))
        {
            asked = asked.With("cpu", _defaultCpu);
        }

        return nonZero && !container.Resources.Requests.ContainsKey("memory") ? asked.With("memory", _defaultMemory) : asked;
    }));

    /// <summary>While a container is being resized, the larger of what it asks for and what it was granted counts (KEP-1287).</summary>
    private static ValueMap<Quantity> InUse(Pod pod, Container container)
    {
        var asked = container.Resources.Requests;
        foreach (var status in pod.Status.ContainerStatuses.Span)
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
