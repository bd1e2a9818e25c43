using Cybernetes.Api.CoreV1;

namespace Cybernetes.Controllers.Autoscaling;

/// <summary>What pods request of a resource. Pure.</summary>
public static class PodResourceRequests
{
    /// <summary>The requests by pod, in thousandths: those of the pod as a whole, or the sum of its containers and sidecars, or of one container.</summary>
    /// <exception cref="MetricException">A container requests nothing, so there is no per cent of it.</exception>
    public static Dictionary<string, long> Of(IEnumerable<Pod> pods, string resource, string container)
    {
        var requests = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            if (container.Length == 0 && pod.Spec.Resources is { } whole && whole.Requests.TryGetValue(resource, out var request))
            {
                requests[pod.Metadata.Name] = request.MilliValue;
                continue;
            }

            var sum = 0L;
            foreach (var one in pod.Spec.Containers.Concat(pod.Spec.InitContainers.Where(one => one.RestartPolicy == "Always")).Where(one => container.Length == 0 || one.Name == container))
            {
                sum += one.Resources.Requests.TryGetValue(resource, out var part) ? part.MilliValue
                    : throw new MetricException($"missing request for {resource} in container {one.Name} of Pod {pod.Metadata.Name}");
            }

            requests[pod.Metadata.Name] = sum;
        }

        return requests;
    }
}
