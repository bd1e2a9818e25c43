using Cybernetes.Scheduler.Framework;

namespace Cybernetes.Scheduler;

/// <summary>How the scheduler runs.</summary>
public sealed record SchedulerOptions
{
    /// <summary>The profiles, one a scheduler name.</summary>
    public IReadOnlyList<Profile> Profiles { get; init; } = [Profile.Default];

    /// <summary>The source of the choice among equally good nodes.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>How many pods may be on their way to a node at once.</summary>
    public int MaxBindings { get; init; } = 64;
}
