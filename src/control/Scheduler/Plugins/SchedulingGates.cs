using Cybernetes.Api.CoreV1;
using Cybernetes.Scheduler.Framework;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Holds pods back until their last gate is taken away (KEP-3521).</summary>
public sealed class SchedulingGates : IPreEnqueuePlugin
{
    /// <inheritdoc/>
    public string Name => nameof(SchedulingGates);

    /// <inheritdoc/>
    public Verdict PreEnqueue(Pod pod) => pod.Spec.SchedulingGates.IsEmpty
        ? Verdict.Success
        : Verdict.Unresolvable(Name, $"waiting for scheduling gates: [{string.Join(' ', pod.Spec.SchedulingGates.Select(gate => gate.Name))}]");
}
