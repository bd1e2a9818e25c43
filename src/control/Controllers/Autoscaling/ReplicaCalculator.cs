using Cybernetes.Api.CoreV1;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Autoscaling;

/// <summary>How many replicas a measurement calls for. Pure.</summary>
public static class ReplicaCalculator
{
    /// <summary>A count, and what was measured: the average (in thousandths) and, of resources, per cent of the requests.</summary>
    public readonly record struct Proposal(int Replicas, long Average, int Utilization);

    /// <summary>By the use of a resource in per cent of what pods request.</summary>
    /// <param name="current">The replicas now.</param>
    /// <param name="target">Per cent.</param>
    /// <param name="pods">The pods.</param>
    /// <param name="groups">The pods sorted.</param>
    /// <param name="measured">What they use.</param>
    /// <param name="requests">What they request, in thousandths.</param>
    /// <param name="tolerances">How far off usage may be.</param>
    public static Proposal ByUtilization(
        int current, int target, IReadOnlyCollection<Pod> pods, PodGroups groups, IReadOnlyDictionary<string, PodMetric> measured,
        IReadOnlyDictionary<string, long> requests, Tolerances tolerances)
    {
        var metrics = Trusted(pods, groups, measured);
        var (ratio, utilization, average) = Utilization(metrics, requests, target);
        var startingCounts = groups.Unready.Count > 0 && ratio > 1.0;
        if (!startingCounts && groups.Missing.Count == 0)
        {
            return new(tolerances.Within(ratio) ? current : (int)Math.Ceiling(ratio * groups.Ready), average, utilization);
        }

        // Who was not measured is taken to use what speaks against a change.
        foreach (var name in groups.Missing)
        {
            if (ratio < 1.0)
            {
                metrics[name] = requests.GetValueOrDefault(name) * Math.Max(100, target) / 100;
            }
            else if (ratio > 1.0)
            {
                metrics[name] = 0;
            }
        }

        AddStarting(metrics, groups, startingCounts);
        return new(Careful(current, ratio, Utilization(metrics, requests, target).Ratio, metrics.Count, tolerances), average, utilization);
    }

    /// <summary>By an average value a pod.</summary>
    /// <param name="current">The replicas now.</param>
    /// <param name="target">In thousandths.</param>
    /// <param name="pods">The pods.</param>
    /// <param name="groups">The pods sorted.</param>
    /// <param name="measured">What they were measured at.</param>
    /// <param name="tolerances">How far off it may be.</param>
    public static Proposal ByAverage(int current, long target, IReadOnlyCollection<Pod> pods, PodGroups groups, IReadOnlyDictionary<string, PodMetric> measured, Tolerances tolerances)
    {
        var metrics = Trusted(pods, groups, measured);
        var (ratio, average) = Average(metrics, target);
        var startingCounts = groups.Unready.Count > 0 && ratio > 1.0;
        if (!startingCounts && groups.Missing.Count == 0)
        {
            return new(tolerances.Within(ratio) ? current : (int)Math.Ceiling(ratio * groups.Ready), average, 0);
        }

        foreach (var name in groups.Missing)
        {
            metrics[name] = ratio < 1.0 ? target : 0;
        }

        AddStarting(metrics, groups, startingCounts);
        return new(Careful(current, ratio, Average(metrics, target).Ratio, metrics.Count, tolerances), average, 0);
    }

    /// <summary>By one value for all replicas together.</summary>
    public static int ByValue(int current, double ratio, IEnumerable<Pod> pods, Tolerances tolerances) =>
        current == 0 ? (int)Math.Ceiling(ratio)
        : tolerances.Within(ratio) ? current
        : (int)Math.Ceiling(ratio * pods.Count(pod => pod.Status.Phase == "Running" && pod.IsReady()));

    /// <summary>By one value to be shared among the replicas; both in thousandths.</summary>
    public static Proposal ByShare(int statusReplicas, long usage, long target, Tolerances tolerances)
    {
        var ratio = (double)usage / ((double)target * statusReplicas);
        var replicas = tolerances.Within(ratio) ? statusReplicas : (int)Math.Ceiling((double)usage / target);
        return new(replicas, (long)Math.Ceiling((double)usage / statusReplicas), 0);
    }

    private static Dictionary<string, long> Trusted(IReadOnlyCollection<Pod> pods, PodGroups groups, IReadOnlyDictionary<string, PodMetric> measured)
    {
        if (pods.Count == 0)
        {
            throw new MetricException("no pods returned by selector while calculating replica count");
        }

        var metrics = measured.Where(one => !groups.Ignored.Contains(one.Key) && !groups.Unready.Contains(one.Key))
            .ToDictionary(one => one.Key, one => one.Value.Value, StringComparer.Ordinal);
        return metrics.Count > 0 ? metrics : throw new MetricException("did not receive metrics for targeted pods (pods might be unready)");
    }

    private static void AddStarting(Dictionary<string, long> metrics, PodGroups groups, bool startingCounts)
    {
        if (startingCounts)
        {
            foreach (var name in groups.Unready)
            {
                metrics[name] = 0;
            }
        }
    }

    // A count from guesses must not turn the direction, nor go against it.
    private static int Careful(int current, double ratio, double guessed, int pods, Tolerances tolerances)
    {
        if (tolerances.Within(guessed) || (ratio < 1.0 && guessed > 1.0) || (ratio > 1.0 && guessed < 1.0))
        {
            return current;
        }

        var replicas = (int)Math.Ceiling(guessed * pods);
        return (guessed < 1.0 && replicas > current) || (guessed > 1.0 && replicas < current) ? current : replicas;
    }

    private static (double Ratio, int Utilization, long Average) Utilization(Dictionary<string, long> metrics, IReadOnlyDictionary<string, long> requests, int target)
    {
        var (used, requested, count) = (0L, 0L, 0);
        foreach (var (name, value) in metrics)
        {
            if (requests.TryGetValue(name, out var request))
            {
                (used, requested, count) = (used + value, requested + request, count + 1);
            }
        }

        if (requested == 0)
        {
            throw new MetricException("no metrics returned matched known pods");
        }

        var utilization = (int)(used * 100 / requested);
        return ((double)utilization / target, utilization, used / count);
    }

    private static (double Ratio, long Average) Average(Dictionary<string, long> metrics, long target)
    {
        var average = metrics.Values.Sum() / metrics.Count;
        return ((double)average / target, average);
    }
}
