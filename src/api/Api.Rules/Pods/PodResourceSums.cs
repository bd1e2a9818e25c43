using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What a pod's containers ask for together: the running ones summed, or the greatest moment of initialization.</summary>
public static class PodResourceSums
{
    /// <summary>The sum of requests, without pod-level requests and overhead.</summary>
    public static ValueMap<Quantity> Requests(PodSpec spec) => Sum(spec, container => container.Resources.Requests);

    /// <summary>The sum of limits, without pod-level limits and overhead.</summary>
    public static ValueMap<Quantity> Limits(PodSpec spec) => Sum(spec, container => container.Resources.Limits);

    private static ValueMap<Quantity> Sum(PodSpec spec, Func<Container, ValueMap<Quantity>> part)
    {
        var running = new Dictionary<string, Quantity>(StringComparer.Ordinal);
        foreach (var container in spec.Containers)
        {
            AddTo(running, part(container));
        }

        var (sidecars, greatest) = (new Dictionary<string, Quantity>(StringComparer.Ordinal), new Dictionary<string, Quantity>(StringComparer.Ordinal));
        foreach (var container in spec.InitContainers)
        {
            var moment = new Dictionary<string, Quantity>(sidecars, StringComparer.Ordinal);
            AddTo(moment, part(container));
            if (container.RestartPolicy == "Always")
            {
                AddTo(running, part(container));
                AddTo(sidecars, part(container));
            }

            foreach (var (name, quantity) in moment)
            {
                if (!greatest.TryGetValue(name, out var most) || quantity > most)
                {
                    greatest[name] = quantity;
                }
            }
        }

        foreach (var (name, quantity) in greatest)
        {
            if (!running.TryGetValue(name, out var sum) || quantity > sum)
            {
                running[name] = quantity;
            }
        }

        return ValueMap.From(running);
    }

    private static void AddTo(Dictionary<string, Quantity> sums, ValueMap<Quantity> part)
    {
        foreach (var (name, quantity) in part)
        {
            sums[name] = sums.TryGetValue(name, out var sum) ? sum + quantity : quantity;
        }
    }
}
