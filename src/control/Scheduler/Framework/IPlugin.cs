using Cybernetes.Api.CoreV1;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Queue;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Framework;

/// <summary>A scheduling plugin; upstream's name is its identity in configuration and messages.</summary>
public interface IPlugin
{
    /// <summary>Upstream's plugin name.</summary>
    string Name { get; }
}

/// <summary>Says which changes may lift this plugin's refusal of a pod (KEP-4247); a plugin that does not say is asked again after any change.</summary>
public interface IQueueingHints : IPlugin
{
    /// <summary>False only where the change cannot have made the pod fit.</summary>
    bool MayHelp(PodInfo pod, ClusterChange change);
}

/// <summary>Keeps pods out of the queue until they are ready to be scheduled.</summary>
public interface IPreEnqueuePlugin : IPlugin
{
    /// <summary>Judges a pod that wants into the queue.</summary>
    Verdict PreEnqueue(Pod pod);
}

/// <summary>Orders the pods that wait; exactly one is enabled.</summary>
public interface IQueueSortPlugin : IPlugin;

/// <summary>Looks at the pod once before any node, and may keep what it computed in <see cref="CycleState"/>.</summary>
public interface IPreFilterPlugin : IPlugin
{
    /// <summary>Prepares; a refusal refuses every node.</summary>
    PreFilterResult PreFilter(CycleState state, PodInfo pod, ClusterView cluster);

    /// <summary>Changes the prepared state as if <paramref name="added"/> ran on <paramref name="node"/>.</summary>
    void AddPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node)
    {
    }

    /// <summary>Changes the prepared state as if <paramref name="removed"/> had left <paramref name="node"/>.</summary>
    void RemovePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node)
    {
    }
}

/// <summary>What preparing gave: a verdict, and, where only some nodes can ever fit, their names.</summary>
public readonly record struct PreFilterResult(Verdict Verdict, IReadOnlySet<string>? Nodes = null)
{
    /// <summary>Go on with all nodes.</summary>
    public static PreFilterResult Success { get; } = new(Verdict.Success);

    /// <summary>This plugin need not filter for this pod.</summary>
    public static PreFilterResult Skip { get; } = new(Verdict.Skip);
}

/// <summary>Says whether a node fits.</summary>
public interface IFilterPlugin : IPlugin
{
    /// <summary>Judges one node.</summary>
    Verdict Filter(CycleState state, PodInfo pod, NodeInfo node);
}

/// <summary>Tries to make room for a pod that fits nowhere.</summary>
public interface IPostFilterPlugin : IPlugin
{
    /// <summary>A plan, or why there is none in upstream's words.</summary>
    PreemptionOutcome PostFilter(PostFilterInput input);
}

/// <summary>What is known of a pod that fits nowhere.</summary>
/// <param name="Profile">The plugins that judge.</param>
/// <param name="State">What they prepared.</param>
/// <param name="Pod">The pod.</param>
/// <param name="Cluster">The nodes.</param>
/// <param name="Nominated">Pods that wait for victims to leave.</param>
/// <param name="Verdicts">Why each node does not fit, by name.</param>
public sealed record PostFilterInput(Profile Profile, CycleState State, PodInfo Pod, ClusterView Cluster, NominatedPods Nominated, IReadOnlyDictionary<string, Verdict> Verdicts);

/// <summary>Looks at the nodes that fit before they are scored.</summary>
public interface IPreScorePlugin : IPlugin
{
    /// <summary>Prepares; <see cref="Verdict.Skip"/> leaves this plugin's scores out.</summary>
    Verdict PreScore(CycleState state, PodInfo pod, ClusterView cluster, IReadOnlyList<NodeInfo> feasible);
}

/// <summary>Scores nodes from 0 to 100 after normalising.</summary>
public interface IScorePlugin : IPlugin
{
    /// <summary>The raw score of one node.</summary>
    long Score(CycleState state, PodInfo pod, NodeInfo node);

    /// <summary>Brings all raw scores into 0 to 100.</summary>
    void Normalize(CycleState state, PodInfo pod, Span<long> scores, IReadOnlyList<NodeInfo> nodes)
    {
    }
}

/// <summary>Sets aside, in the scheduler's own memory, what a pod will take on its node. Called by the scheduling loop.</summary>
public interface IReservePlugin : IPlugin
{
    /// <summary>Sets aside; a refusal undoes what other plugins set aside.</summary>
    Verdict Reserve(CycleState state, PodInfo pod, string node);

    /// <summary>Gives back. May be called for what was never set aside.</summary>
    void Unreserve(CycleState state, PodInfo pod, string node);
}

/// <summary>Does what must be done before a pod is bound. Called beside the scheduling loop, for several pods at once.</summary>
public interface IPreBindPlugin : IPlugin
{
    /// <summary>Does it, and waits until it is done.</summary>
    ValueTask<Verdict> PreBindAsync(CycleState state, PodInfo pod, string node, CancellationToken cancellationToken);
}

/// <summary>Writes the binding of a pod.</summary>
public interface IBindPlugin : IPlugin
{
    /// <summary>Binds; <see cref="Verdict.Skip"/> leaves it to the next.</summary>
    ValueTask<Verdict> BindAsync(PodInfo pod, string node, CancellationToken cancellationToken);
}
