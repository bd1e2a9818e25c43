using Cybernetes.Scheduler.Preemption;

namespace Cybernetes.Scheduler;

/// <summary>What became of a pod in one cycle.</summary>
/// <param name="Node">The node chosen, or null.</param>
/// <param name="Message">Why no node was, in upstream's words; empty where one was.</param>
/// <param name="RefusedBy">The plugins that refused, which decide which events wake the pod again.</param>
/// <param name="Preemption">Whom to evict, where that makes room.</param>
/// <param name="Evaluated">How many nodes were looked at.</param>
/// <param name="Feasible">How many nodes fit.</param>
public sealed record SchedulingDecision(string? Node, string Message, IReadOnlySet<string> RefusedBy, PreemptionPlan? Preemption, int Evaluated, int Feasible)
{
    /// <summary>The pod goes to a node.</summary>
    public static SchedulingDecision Placed(string node, int evaluated, int feasible) => new(node, "", new HashSet<string>(), null, evaluated, feasible);

    /// <summary>No node fits.</summary>
    public static SchedulingDecision Refused(string message, IEnumerable<string> refusedBy, PreemptionPlan? preemption = null) =>
        new(null, message, refusedBy.ToHashSet(), preemption, 0, 0);
}
