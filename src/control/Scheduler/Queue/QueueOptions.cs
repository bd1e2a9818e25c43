namespace Cybernetes.Scheduler.Queue;

/// <summary>How long pods wait. Immutable.</summary>
public sealed record QueueOptions
{
    /// <summary>The first back-off, which doubles at every attempt.</summary>
    public TimeSpan InitialBackOff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest back-off.</summary>
    public TimeSpan MaxBackOff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest a pod stays unschedulable without being tried again.</summary>
    public TimeSpan MaxUnschedulable { get; init; } = TimeSpan.FromMinutes(5);
}
