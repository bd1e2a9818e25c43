using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Framework;

/// <summary>A scheduling plugin; upstream's name is its identity in configuration and messages.</summary>
public interface IPlugin
{
    /// <summary>Upstream's plugin name.</summary>
    string Name { get; }
}

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
