using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules.Scheduling;

namespace Cybernetes.Controllers.Nodes;

/// <summary>The taints that conditions put on nodes, and which tolerations stand them. Pure.</summary>
public static class NodeTaints
{
    /// <summary>The node does not answer.</summary>
    public const string Unreachable = "node.kubernetes.io/unreachable";

    /// <summary>The node says it is not ready.</summary>
    public const string NotReady = "node.kubernetes.io/not-ready";

    private const string Unschedulable = "node.kubernetes.io/unschedulable";

    private static readonly (string Condition, string Status, string Key)[] _byCondition =
    [
        ("Ready", "False", NotReady),
        ("Ready", "Unknown", Unreachable),
        ("MemoryPressure", "True", "node.kubernetes.io/memory-pressure"),
        ("DiskPressure", "True", "node.kubernetes.io/disk-pressure"),
        ("NetworkUnavailable", "True", "node.kubernetes.io/network-unavailable"),
        ("PIDPressure", "True", "node.kubernetes.io/pid-pressure"),
    ];

    /// <summary>The node's condition of that type; null where there is none.</summary>
    public static NodeCondition? Condition(this Node node, string type)
    {
        foreach (var condition in node.Status.Conditions)
        {
            if (condition.Type == type)
            {
                return condition;
            }
        }

        return null;
    }

    /// <summary>The node's taints with those of effect NoSchedule brought in line with its conditions.</summary>
    public static ValueList<Taint> WithConditionTaints(Node node, DateTimeOffset now)
    {
        var wanted = _byCondition.Where(row => node.Condition(row.Condition)?.Status == row.Status).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        if (node.Spec.Unschedulable)
        {
            wanted.Add(Unschedulable);
        }

        var ours = _byCondition.Select(row => row.Key).Append(Unschedulable).ToHashSet(StringComparer.Ordinal);
        var kept = node.Spec.Taints.Where(taint => taint.Effect != "NoSchedule" || !ours.Contains(taint.Key) || wanted.Contains(taint.Key)).ToList();
        foreach (var key in wanted.Order(StringComparer.Ordinal))
        {
            if (!kept.Any(taint => taint.Key == key && taint.Effect == "NoSchedule"))
            {
                kept.Add(new Taint { Key = key, Effect = "NoSchedule", TimeAdded = now });
            }
        }

        return kept.Count == node.Spec.Taints.Count && kept.SequenceEqual(node.Spec.Taints) ? node.Spec.Taints : kept.ToValueList();
    }

    /// <summary>The taints with the one of effect NoExecute that the Ready condition asks for; null for none.</summary>
    public static ValueList<Taint> WithExecuteTaint(ValueList<Taint> taints, string? key, DateTimeOffset now)
    {
        bool IsOther(Taint taint) => taint.Effect == "NoExecute" && taint.Key is NotReady or Unreachable && taint.Key != key && taint.Effect == "NoExecute";
        var has = key is null || taints.Any(taint => taint.Key == key && taint.Effect == "NoExecute");
        if (has && !taints.Any(taint => taint.Effect == "NoExecute" && IsOther(taint)))
        {
            return taints;
        }

        var kept = taints.Where(taint => !(taint.Effect == "NoExecute" && IsOther(taint))).ToList();
        if (!has)
        {
            kept.Add(new Taint { Key = key!, Effect = "NoExecute", TimeAdded = now });
        }

        return kept.ToValueList();
    }

    /// <summary>How long a pod may stay under these taints of effect NoExecute: null for ever, zero not at all.</summary>
    public static TimeSpan? StayOf(ValueList<Toleration> tolerations, IEnumerable<Taint> taints)
    {
        TimeSpan? stay = null;
        foreach (var taint in taints)
        {
            var standing = tolerations.Where(toleration => Taints.Tolerates(toleration, taint)).ToList();
            if (standing.Count == 0)
            {
                return TimeSpan.Zero;
            }

            foreach (var toleration in standing)
            {
                if (toleration.TolerationSeconds is { } seconds)
                {
                    var limit = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, int.MaxValue));
                    stay = stay is null || limit < stay ? limit : stay;
                }
            }
        }

        return stay;
    }
}
