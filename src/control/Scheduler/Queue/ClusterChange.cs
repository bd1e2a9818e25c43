using Cybernetes.Api.CoreV1;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Queue;

/// <summary>What changed.</summary>
/// <param name="Event">In which way.</param>
/// <param name="Label">Upstream's name of the change in metrics, such as <c>NodeAdd</c>.</param>
/// <param name="Node">The node, as it is now, of a change of nodes.</param>
/// <param name="Pod">The assigned pod, as it is now or was last, of a change of pods.</param>
public sealed record ClusterChange(ClusterEvent Event, string Label, NodeInfo? Node = null, Pod? Pod = null)
{
    /// <summary>A change that may help any pod.</summary>
    public static ClusterChange Unknown { get; } = new((ClusterEvent)~0, "ForceActivate");

    /// <summary>True when it is one of these.</summary>
    public bool Is(ClusterEvent events) => (Event & events) != 0;
}
