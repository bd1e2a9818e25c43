using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>A pod's quality of service: <c>Guaranteed</c>, <c>Burstable</c> or <c>BestEffort</c>.</summary>
public static class PodQos
{
    /// <summary>The class that a spec's requests and limits of CPU and memory make.</summary>
    public static string Of(PodSpec spec)
    {
        if (spec.Resources is { } whole)
        {
            return Class([whole]);
        }

        return Class([.. spec.Containers.Select(container => container.Resources), .. spec.InitContainers.Select(container => container.Resources)]);
    }

    private static string Class(List<ResourceRequirements> all)
    {
        var (anything, guaranteed) = (false, true);
        foreach (var resources in all)
        {
            foreach (var name in new[] { "cpu", "memory" })
            {
                var request = resources.Requests.GetValueOrDefault(name);
                var limit = resources.Limits.GetValueOrDefault(name);
                anything |= request.Sign > 0 || limit.Sign > 0;
                guaranteed &= limit.Sign > 0 && (request.Sign <= 0 || request == limit);
            }
        }

        return !anything ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }
}
