using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Resources;

/// <summary>The quality of service class of a pod. Pure.</summary>
internal static class PodQos
{
    public const string Guaranteed = "Guaranteed";
    public const string Burstable = "Burstable";
    public const string BestEffort = "BestEffort";

    public static string Of(Pod pod)
    {
        if (pod.Status.QosClass.Length > 0)
        {
            return pod.Status.QosClass; // fixed when the pod was created
        }

        var requirements = pod.Spec.Resources is { } podLevel && podLevel.Limits.Count + podLevel.Requests.Count > 0
            ? [podLevel]
            : pod.Spec.InitContainers.Concat(pod.Spec.Containers).Select(c => c.Resources).ToList();
        string[] counted = ["cpu", "memory"];
        var any = requirements.Any(r => counted.Any(n => r.Requests.ContainsKey(n) && !r.Requests[n].IsZero || r.Limits.ContainsKey(n) && !r.Limits[n].IsZero));
        if (!any)
        {
            return BestEffort;
        }

        var guaranteed = requirements.All(r => counted.All(n =>
            r.Limits.TryGetValue(n, out var limit) && !limit.IsZero && (!r.Requests.TryGetValue(n, out var request) || request == limit)));
        return guaranteed ? Guaranteed : Burstable;
    }
}
