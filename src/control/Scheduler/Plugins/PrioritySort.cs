using Cybernetes.Scheduler.Framework;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>Orders waiting pods by priority, then by when they came: the only order there is, which the queue has built in.</summary>
public sealed class PrioritySort : IQueueSortPlugin
{
    /// <inheritdoc/>
    public string Name => nameof(PrioritySort);
}
