using Cybernetes.Api.KubeSchedulerConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Scheduler.Framework;

namespace Cybernetes.Scheduler.Configuration;

/// <summary>Makes a profile from its configuration: which plugins, at which extension points, in which order.</summary>
internal sealed class ProfileBuilder
{
    private readonly KubeSchedulerProfile _profile;
    private readonly IReadOnlyList<(string Name, int Weight)> _everywhere;
    private readonly Dictionary<string, IPlugin> _plugins = new(StringComparer.Ordinal);

    private ProfileBuilder(KubeSchedulerProfile profile, PluginContext context)
    {
        _profile = profile;
        _everywhere = Merge(profile.Plugins?.MultiPoint ?? PluginSet.Empty);
        var arguments = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var entry in profile.PluginConfig)
        {
            if (!arguments.TryAdd(entry.Name, entry.Args.ToValue()))
            {
                throw new SchedulerConfigurationException($"repeated config for plugin {entry.Name}");
            }
        }

        foreach (var name in Named())
        {
            if (!PluginRegistry.Knows(name))
            {
                throw new SchedulerConfigurationException($"{name} does not exist");
            }

            _plugins.TryAdd(name, PluginRegistry.Create(name, context, arguments.GetValueOrDefault(name)));
        }
    }

    /// <summary>Upstream's default profile.</summary>
    public static Profile Default(PluginContext context) => Build(KubeSchedulerProfile.Empty, context);

    /// <summary>The profile. Throws <see cref="SchedulerConfigurationException"/> where it cannot be.</summary>
    public static Profile Build(KubeSchedulerProfile profile, PluginContext context)
    {
        try
        {
            return new ProfileBuilder(profile, context).Build();
        }
        catch (SchedulerConfigurationException error)
        {
            throw new SchedulerConfigurationException($"initializing profiles: creating profile for scheduler name {profile.SchedulerName ?? "default-scheduler"}: {error.Message}");
        }
    }

    private Profile Build()
    {
        var plugins = _profile.Plugins ?? Api.KubeSchedulerConfigV1.Plugins.Empty;
        var scores = At<IScorePlugin>(plugins.Score, "ScorePlugin");
        var sorts = At<IQueueSortPlugin>(plugins.QueueSort, "QueueSortPlugin");
        if (sorts.Count != 1)
        {
            throw new SchedulerConfigurationException(sorts.Count == 0
                ? $"no queue sort plugin is enabled"
                : $"only one queue sort plugin required for profile with scheduler name \"{_profile.SchedulerName}\", but got {sorts.Count}");
        }

        var profile = new Profile
        {
            SchedulerName = _profile.SchedulerName ?? "default-scheduler",
            PercentageOfNodesToScore = _profile.PercentageOfNodesToScore,
            PreEnqueues = Only(At<IPreEnqueuePlugin>(plugins.PreEnqueue, "PreEnqueuePlugin")),
            PreFilters = Only(At<IPreFilterPlugin>(plugins.PreFilter, "PreFilterPlugin")),
            Filters = Only(At<IFilterPlugin>(plugins.Filter, "FilterPlugin")),
            PostFilters = Only(At<IPostFilterPlugin>(plugins.PostFilter, "PostFilterPlugin")),
            PreScores = Only(At<IPreScorePlugin>(plugins.PreScore, "PreScorePlugin")),
            Scores = [.. scores.Select(entry => (entry.Plugin, entry.Weight == 0 ? 1 : entry.Weight))],
            Reserves = Only(At<IReservePlugin>(plugins.Reserve, "ReservePlugin")),
            PreBinds = Only(At<IPreBindPlugin>(plugins.PreBind, "PreBindPlugin")),
            Binds = Only(At<IBindPlugin>(plugins.Bind, "BindPlugin")),
            Hints = _plugins.Values.OfType<IQueueingHints>().ToDictionary(plugin => plugin.Name),
        };
        return profile.Binds.Count > 0 ? profile : throw new SchedulerConfigurationException("at least one bind plugin is needed");
    }

    /// <summary>
    /// The plugins of one extension point: those that its own list names in place of the general ones come first, then the general ones, then the rest of
    /// its own list.
    /// </summary>
    private List<(T Plugin, int Weight)> At<T>(PluginSet own, string kind)
        where T : class, IPlugin
    {
        var disabled = own.Disabled.Select(plugin => plugin.Name).ToHashSet();
        var named = own.Enabled.ToDictionary(plugin => plugin.Name, plugin => plugin.Weight ?? 0);
        var general = disabled.Contains("*") ? [] : _everywhere.Where(entry => _plugins[entry.Name] is T && !disabled.Contains(entry.Name)).ToList();
        var order = new List<(string Name, int Weight)>();
        order.AddRange(own.Enabled.Where(plugin => general.Exists(entry => entry.Name == plugin.Name)).Select(plugin => (plugin.Name, plugin.Weight ?? 0)));
        order.AddRange(general.Where(entry => !named.ContainsKey(entry.Name)));
        order.AddRange(own.Enabled.Where(plugin => !general.Exists(entry => entry.Name == plugin.Name)).Select(plugin => (plugin.Name, plugin.Weight ?? 0)));
        return [.. order.Select(entry => _plugins[entry.Name] is T plugin ? (plugin, entry.Weight) : throw new SchedulerConfigurationException($"plugin \"{entry.Name}\" does not extend {kind} plugin"))];
    }

    private static IReadOnlyList<T> Only<T>(List<(T Plugin, int Weight)> plugins) => [.. plugins.Select(entry => entry.Plugin)];

    /// <summary>The default plugins less those taken out; one that is named again takes the default's place; new ones follow.</summary>
    private static List<(string Name, int Weight)> Merge(PluginSet given)
    {
        var disabled = given.Disabled.Select(plugin => plugin.Name).ToHashSet();
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var plugin in given.Enabled)
        {
            if (!named.TryAdd(plugin.Name, plugin.Weight ?? 0))
            {
                throw new SchedulerConfigurationException($"plugin \"{plugin.Name}\" already registered as \"MultiPoint\"");
            }
        }

        var merged = new List<(string Name, int Weight)>();
        if (!disabled.Contains("*"))
        {
            foreach (var (name, weight) in PluginRegistry.Default)
            {
                if (disabled.Contains(name))
                {
                    continue;
                }

                merged.Add((name, named.Remove(name, out var other) && other != 0 ? other : weight));
            }
        }

        merged.AddRange(given.Enabled.Where(plugin => named.ContainsKey(plugin.Name)).Select(plugin => (plugin.Name, plugin.Weight ?? 0)));
        return merged;
    }

    private IEnumerable<string> Named()
    {
        var plugins = _profile.Plugins ?? Api.KubeSchedulerConfigV1.Plugins.Empty;
        ReadOnlySpan<PluginSet> sets =
        [
            plugins.PreEnqueue, plugins.QueueSort, plugins.PreFilter, plugins.Filter, plugins.PostFilter, plugins.PreScore, plugins.Score, plugins.Reserve, plugins.Permit,
            plugins.PreBind, plugins.Bind, plugins.PostBind,
        ];
        var names = _everywhere.Select(entry => entry.Name).ToList();
        foreach (var set in sets)
        {
            names.AddRange(set.Enabled.Select(plugin => plugin.Name));
        }

        return names.Distinct();
    }
}
