using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Queue;

/// <summary>A pod that waits to be scheduled.</summary>
internal sealed class QueuedPod(PodInfo pod, DateTimeOffset added)
{
    /// <summary>The pod as last seen.</summary>
    public PodInfo Pod { get; set; } = pod;

    /// <summary>When it entered the queue it is in; equals in priority go by it.</summary>
    public DateTimeOffset Added { get; set; } = added;

    /// <summary>When it was first ready to be tried.</summary>
    public DateTimeOffset FirstAdded { get; } = added;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Who refused it last.</summary>
    public IReadOnlySet<string> RefusedBy { get; set; } = new HashSet<string>();

    /// <summary>Before this instant it is not tried again.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Where it waits.</summary>
    public QueuePlace Place { get; set; }
}

/// <summary>Where a pod waits.</summary>
internal enum QueuePlace
{
    /// <summary>In no queue: it is being tried or bound.</summary>
    InFlight,

    /// <summary>To be tried as soon as its turn comes.</summary>
    Active,

    /// <summary>To be tried once its back-off has passed.</summary>
    BackOff,

    /// <summary>To be tried once something changes that may help it, or after five minutes.</summary>
    Unschedulable,

    /// <summary>Not to be tried before it is let in.</summary>
    Gated,
}
