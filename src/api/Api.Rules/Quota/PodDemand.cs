using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Quota;

/// <summary>What a whole pod asks for: containers, the greatest moment of initialization, pod-level resources and overhead. Pure.</summary>
public static class PodDemand
{
    /// <summary>Requests, with overhead.</summary>
    public static ValueMap<Quantity> Requests(PodSpec spec, bool withOverhead = true)
    {
        var sum = OverlaySupported(Sum(spec, c => c.Resources.Requests), spec.Resources?.Requests ?? default);
        return withOverhead ? QuotaMath.Add(sum, spec.Overhead) : sum;
    }

    /// <summary>The sum of what <paramref name="part"/> says of each container, with what the pod as a whole asks for, and its overhead.</summary>
    public static ValueMap<Quantity> Requests(PodSpec spec, Func<Container, ValueMap<Quantity>> part) =>
        QuotaMath.Add(OverlaySupported(Sum(spec, part), spec.Resources?.Requests ?? default), spec.Overhead);

    /// <summary>Limits, with overhead where there is a limit.</summary>
    public static ValueMap<Quantity> Limits(PodSpec spec, bool withOverhead = true)
    {
        var sum = OverlaySupported(Sum(spec, c => c.Resources.Limits), spec.Resources?.Limits ?? default);
        return withOverhead ? QuotaMath.Add(sum, QuotaMath.Mask(spec.Overhead, QuotaMath.Names(sum))) : sum;
    }

    /// <summary>Whether nothing asks for CPU or memory.</summary>
    public static bool IsBestEffort(PodSpec spec) =>
        !Computes(spec.Resources ?? ResourceRequirements.Empty) && !spec.Containers.Any(c => Computes(c.Resources)) && !spec.InitContainers.Any(c => Computes(c.Resources));

    private static bool Computes(ResourceRequirements resources) =>
        Computes(resources.Requests) || Computes(resources.Limits);

    private static bool Computes(ValueMap<Quantity> list) =>
        list.GetValueOrDefault("cpu").Sign > 0 || list.GetValueOrDefault("memory").Sign > 0;

    private static ValueMap<Quantity> OverlaySupported(ValueMap<Quantity> sum, ValueMap<Quantity> whole) =>
        whole.IsEmpty ? sum : sum.Overlay(ValueMap.From(whole.Where(e => e.Key is "cpu" or "memory" || e.Key.StartsWith("hugepages-", StringComparison.Ordinal))));

    private static ValueMap<Quantity> Sum(PodSpec spec, Func<Container, ValueMap<Quantity>> part)
    {
        ValueMap<Quantity> running = default, sidecars = default, greatest = default;
        foreach (var container in spec.Containers)
        {
            running = QuotaMath.Add(running, part(container));
        }
        foreach (var container in spec.InitContainers)
        {
            if (container.RestartPolicy == "Always")
            {
                running = QuotaMath.Add(running, part(container));
                sidecars = QuotaMath.Add(sidecars, part(container));
                greatest = Max(greatest, sidecars);
            }
            else
            {
                greatest = Max(greatest, QuotaMath.Add(sidecars, part(container)));
            }
        }
        return Max(running, greatest);
    }

    private static ValueMap<Quantity> Max(ValueMap<Quantity> a, ValueMap<Quantity> b)
    {
        foreach (var (name, quantity) in b)
        {
            if (!a.TryGetValue(name, out var had) || quantity > had)
            {
                a = a.With(name, quantity);
            }
        }
        return a;
    }
}
