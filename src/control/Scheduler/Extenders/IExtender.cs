using Cybernetes.Api.CoreV1;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Preemption;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Extenders;

/// <summary>A server that takes part in scheduling. Thread-safe.</summary>
public interface IExtender
{
    /// <summary>What it is called in messages: its address.</summary>
    string Name { get; }

    /// <summary>True when pods are placed without it while it fails.</summary>
    bool Ignorable { get; }

    /// <summary>What its scores are multiplied by.</summary>
    long Weight { get; }

    /// <summary>True when it narrows nodes down.</summary>
    bool Filters { get; }

    /// <summary>True when it scores nodes.</summary>
    bool Prioritizes { get; }

    /// <summary>True when it takes part in preemption.</summary>
    bool Preempts { get; }

    /// <summary>True when it binds.</summary>
    bool Binds { get; }

    /// <summary>Extended resources that it alone counts.</summary>
    IReadOnlySet<string> IgnoredResources { get; }

    /// <summary>True when the pod is its business.</summary>
    bool IsInterested(Pod pod);

    /// <summary>The nodes that fit of those given, by name, and why the others do not. Throws <see cref="ExtenderException"/>.</summary>
    ValueTask<(IReadOnlySet<string> Fit, IReadOnlyDictionary<string, Verdict> Refused)> FilterAsync(Pod pod, IReadOnlyList<NodeInfo> nodes, CancellationToken cancellationToken);

    /// <summary>Scores from 0 to 10 by node. Throws <see cref="ExtenderException"/>.</summary>
    ValueTask<IReadOnlyDictionary<string, long>> PrioritizeAsync(Pod pod, IReadOnlyList<NodeInfo> nodes, CancellationToken cancellationToken);

    /// <summary>The plans it agrees to, of those given. Throws <see cref="ExtenderException"/>.</summary>
    ValueTask<IReadOnlyList<PreemptionPlan>> PreemptAsync(Pod pod, IReadOnlyList<PreemptionPlan> plans, CancellationToken cancellationToken);

    /// <summary>Binds. Throws <see cref="ExtenderException"/>.</summary>
    ValueTask BindAsync(Pod pod, string node, CancellationToken cancellationToken);
}

/// <summary>An extender that failed.</summary>
public sealed class ExtenderException(string message) : Exception(message);
