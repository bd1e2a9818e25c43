namespace Cybernetes.Scheduler.Framework;

/// <summary>The plugins that judge the pods of one scheduler name, in order, with the weights of their scores.</summary>
public sealed class Profile
{
    /// <summary>Upstream's default profile.</summary>
    public static Profile Default { get; } = new("default-scheduler",
    [
        (new Plugins.NodeUnschedulable(), 0),
        (new Plugins.NodeName(), 0),
        (new Plugins.TaintToleration(), 3),
        (new Plugins.NodeAffinity(), 2),
        (new Plugins.NodePorts(), 0),
        (new Plugins.NodeResourcesFit(), 1),
        (new Plugins.PodTopologySpread(), 2),
        (new Plugins.InterPodAffinity(), 2),
        (new Plugins.NodeResourcesBalancedAllocation(), 1),
        (new Plugins.ImageLocality(), 1),
    ]);

    /// <summary>A profile of the given plugins; a plugin takes every part it has an interface for.</summary>
    public Profile(string schedulerName, IReadOnlyList<(IPlugin Plugin, int Weight)> plugins)
    {
        SchedulerName = schedulerName;
        PreFilters = [.. plugins.Select(entry => entry.Plugin).OfType<IPreFilterPlugin>()];
        Filters = [.. plugins.Select(entry => entry.Plugin).OfType<IFilterPlugin>()];
        PreScores = [.. plugins.Select(entry => entry.Plugin).OfType<IPreScorePlugin>()];
        Scores = [.. plugins.Where(entry => entry.Plugin is IScorePlugin).Select(entry => ((IScorePlugin)entry.Plugin, entry.Weight))];
    }

    /// <summary>The <c>spec.schedulerName</c> of the pods this profile serves.</summary>
    public string SchedulerName { get; }

    /// <summary>Plugins that prepare.</summary>
    public IPreFilterPlugin[] PreFilters { get; }

    /// <summary>Plugins that judge nodes.</summary>
    public IFilterPlugin[] Filters { get; }

    /// <summary>Plugins that prepare scoring.</summary>
    public IPreScorePlugin[] PreScores { get; }

    /// <summary>Plugins that score nodes, with weights.</summary>
    public (IScorePlugin Plugin, int Weight)[] Scores { get; }
}
