namespace Cybernetes.Scheduler.Framework;

/// <summary>The plugins that judge the pods of one scheduler name, in order at each extension point, with the weights of their scores. Immutable.</summary>
public sealed record Profile
{
    /// <summary>Upstream's default profile, for decisions only: it writes nothing to a server.</summary>
    public static Profile Default { get; } = Configuration.ProfileBuilder.Default(PluginContext.WithoutServer);

    /// <summary>The <c>spec.schedulerName</c> of the pods this profile serves.</summary>
    public string SchedulerName { get; init; } = "default-scheduler";

    /// <summary>How many of the nodes are looked for at most, in percent; 0 leaves it to upstream's rule, null to the whole configuration.</summary>
    public int? PercentageOfNodesToScore { get; init; }

    /// <summary>Plugins that hold pods back.</summary>
    public IReadOnlyList<IPreEnqueuePlugin> PreEnqueues { get; init; } = [];

    /// <summary>Plugins that prepare.</summary>
    public IReadOnlyList<IPreFilterPlugin> PreFilters { get; init; } = [];

    /// <summary>Plugins that judge nodes.</summary>
    public IReadOnlyList<IFilterPlugin> Filters { get; init; } = [];

    /// <summary>Plugins that make room.</summary>
    public IReadOnlyList<IPostFilterPlugin> PostFilters { get; init; } = [];

    /// <summary>Plugins that prepare scoring.</summary>
    public IReadOnlyList<IPreScorePlugin> PreScores { get; init; } = [];

    /// <summary>Plugins that score nodes, with weights.</summary>
    public IReadOnlyList<(IScorePlugin Plugin, int Weight)> Scores { get; init; } = [];

    /// <summary>Plugins that set aside.</summary>
    public IReadOnlyList<IReservePlugin> Reserves { get; init; } = [];

    /// <summary>Plugins that work before a binding.</summary>
    public IReadOnlyList<IPreBindPlugin> PreBinds { get; init; } = [];

    /// <summary>Plugins that bind.</summary>
    public IReadOnlyList<IBindPlugin> Binds { get; init; } = [];

    /// <summary>The hints of its plugins by plugin name.</summary>
    public IReadOnlyDictionary<string, IQueueingHints> Hints { get; init; } = new Dictionary<string, IQueueingHints>();

    /// <summary>Sets aside with every plugin; on a refusal all is given back.</summary>
    public Verdict Reserve(CycleState state, Snapshot.PodInfo pod, string node)
    {
        foreach (var plugin in Reserves)
        {
            var verdict = plugin.Reserve(state, pod, node);
            if (!verdict.IsSuccess)
            {
                Unreserve(state, pod, node);
                return verdict;
            }
        }

        return Verdict.Success;
    }

    /// <summary>Gives back with every plugin, in the opposite order.</summary>
    public void Unreserve(CycleState state, Snapshot.PodInfo pod, string node)
    {
        for (var i = Reserves.Count - 1; i >= 0; i--)
        {
            Reserves[i].Unreserve(state, pod, node);
        }
    }
}
