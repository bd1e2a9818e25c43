using Cybernetes.Api.CoreV1;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Autoscaling;

/// <summary>Pods by what their measurements are worth. Pure.</summary>
public sealed record PodGroups(int Ready, IReadOnlyList<string> Unready, IReadOnlyList<string> Missing, IReadOnlyList<string> Ignored)
{
    /// <summary>Sorts the pods. Only of CPU is the start of a pod not representative.</summary>
    public static PodGroups Of(IEnumerable<Pod> pods, IReadOnlyDictionary<string, PodMetric> metrics, bool cpu, TimeSpan startUp, TimeSpan readinessDelay, DateTimeOffset now)
    {
        var ready = 0;
        List<string> unready = [], missing = [], ignored = [];
        foreach (var pod in pods)
        {
            var name = pod.Metadata.Name;
            if (pod.IsDeleting() || pod.Status.Phase == "Failed")
            {
                ignored.Add(name);
            }
            else if (pod.Status.Phase == "Pending")
            {
                unready.Add(name);
            }
            else if (!metrics.TryGetValue(name, out var metric))
            {
                missing.Add(name);
            }
            else if (cpu && IsStarting(pod, metric, startUp, readinessDelay, now))
            {
                unready.Add(name);
            }
            else
            {
                ready++;
            }
        }

        return new PodGroups(ready, unready, missing, ignored);
    }

    private static bool IsStarting(Pod pod, PodMetric metric, TimeSpan startUp, TimeSpan readinessDelay, DateTimeOffset now)
    {
        if (pod.Condition("Ready") is not { } ready || pod.Status.StartTime is not { } start)
        {
            return true;
        }

        // In the time of starting a measurement counts when all of it was made while the pod was ready; later, unless the pod never was ready.
        return start.Moment + startUp > now
            ? ready.Status == "False" || metric.Timestamp < ready.LastTransitionTime.Moment + metric.Window
            : ready.Status == "False" && start.Moment + readinessDelay > ready.LastTransitionTime.Moment;
    }
}
