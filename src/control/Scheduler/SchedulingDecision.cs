using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Preemption;

namespace Cybernetes.Scheduler;

/// <summary>What became of a pod in one cycle.</summary>
/// <param name="Node">The node chosen, or null.</param>
/// <param name="Message">Why no node was, in upstream's words; empty where one was.</param>
/// <param name="RefusedBy">The plugins that refused, which decide which events wake the pod again.</param>
/// <param name="Preemption">Whom to evict, where that makes room.</param>
/// <param name="Evaluated">How many nodes were looked at.</param>
/// <param name="Feasible">How many nodes fit.</param>
/// <param name="State">What the plugins prepared, for the steps that follow a choice.</param>
/// <param name="IsError">True when something went wrong, so that nothing is known of the nodes.</param>
public sealed record SchedulingDecision(
    string? Node, string Message, IReadOnlySet<string> RefusedBy, PreemptionPlan? Preemption, int Evaluated, int Feasible, CycleState? State = null, bool IsError = false)
{
    /// <summary>The pod goes to a node.</summary>
    public static SchedulingDecision Placed(string node, int evaluated, int feasible, CycleState state) => new(node, "", new HashSet<string>(), null, evaluated, feasible, state);

    /// <summary>No node fits.</summary>
    public static SchedulingDecision Refused(string message, IEnumerable<string> refusedBy, PreemptionPlan? preemption = null) =>
        new(null, message, refusedBy.ToHashSet(), preemption, 0, 0);

    /// <summary>Something went wrong.</summary>
    public static SchedulingDecision Failed(string message) => new(null, message, new HashSet<string>(), null, 0, 0, IsError: true);
}
