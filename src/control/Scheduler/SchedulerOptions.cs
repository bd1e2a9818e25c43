using Cybernetes.Scheduler.Configuration;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Queue;

namespace Cybernetes.Scheduler;

/// <summary>How the scheduler runs. Immutable.</summary>
public sealed record SchedulerOptions
{
    /// <summary>Makes the profiles, one a scheduler name.</summary>
    public Func<PluginContext, IReadOnlyList<Profile>> Profiles { get; init; } = context => [ProfileBuilder.Default(context)];

    /// <summary>Servers that are asked beside the plugins.</summary>
    public IReadOnlyList<Extenders.IExtender> Extenders { get; init; } = [];

    /// <summary>How many of the nodes are looked for at most, in percent; 0 leaves it to upstream's rule.</summary>
    public int PercentageOfNodesToScore { get; init; }

    /// <summary>How long pods wait.</summary>
    public QueueOptions Queue { get; init; } = new();

    /// <summary>The source of the choice among equally good nodes.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>How many pods may be on their way to a node at once.</summary>
    public int MaxBindings { get; init; } = 256;
}
