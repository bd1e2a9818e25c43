using Cybernetes.Api.Machinery;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Plugins;
using Cybernetes.Scheduler.Plugins.Volumes;
using Cybernetes.Scheduler.Preemption;

namespace Cybernetes.Scheduler.Configuration;

/// <summary>The plugins there are, and upstream's default selection of them.</summary>
internal static class PluginRegistry
{
    private static readonly Dictionary<string, Func<PluginContext, Value, IPlugin>> _factories = new(StringComparer.Ordinal)
    {
        [nameof(SchedulingGates)] = (_, _) => new SchedulingGates(),
        [nameof(PrioritySort)] = (_, _) => new PrioritySort(),
        [nameof(NodeUnschedulable)] = (_, _) => new NodeUnschedulable(),
        [nameof(NodeName)] = (_, _) => new NodeName(),
        [nameof(TaintToleration)] = (_, _) => new TaintToleration(),
        [nameof(NodeAffinity)] = (_, args) => PluginArguments.NodeAffinity(args),
        [nameof(NodePorts)] = (_, _) => new NodePorts(),
        [nameof(NodeResourcesFit)] = (_, args) => PluginArguments.NodeResourcesFit(args),
        [nameof(VolumeRestrictions)] = (_, _) => new VolumeRestrictions(),
        [nameof(NodeVolumeLimits)] = (_, _) => new NodeVolumeLimits(),
        [nameof(VolumeBinding)] = (context, args) => PluginArguments.VolumeBinding(context, args),
        [nameof(VolumeZone)] = (_, _) => new VolumeZone(),
        [nameof(PodTopologySpread)] = (_, args) => PluginArguments.PodTopologySpread(args),
        [nameof(InterPodAffinity)] = (_, args) => PluginArguments.InterPodAffinity(args),
        [nameof(DynamicResources)] = (_, _) => new DynamicResources(),
        [nameof(DefaultPreemption)] = (_, args) => PluginArguments.DefaultPreemption(args),
        [nameof(NodeResourcesBalancedAllocation)] = (_, args) => PluginArguments.NodeResourcesBalancedAllocation(args),
        [nameof(ImageLocality)] = (_, _) => new ImageLocality(),
        [nameof(DefaultBinder)] = (context, _) => new DefaultBinder(context),
    };

    /// <summary>The default selection in its order, with the weights of scores; 0 stands for 1.</summary>
    public static IReadOnlyList<(string Name, int Weight)> Default { get; } =
    [
        (nameof(SchedulingGates), 0),
        (nameof(PrioritySort), 0),
        (nameof(NodeUnschedulable), 0),
        (nameof(NodeName), 0),
        (nameof(TaintToleration), 3),
        (nameof(NodeAffinity), 2),
        (nameof(NodePorts), 0),
        (nameof(NodeResourcesFit), 1),
        (nameof(VolumeRestrictions), 0),
        (nameof(NodeVolumeLimits), 0),
        (nameof(VolumeBinding), 0),
        (nameof(VolumeZone), 0),
        (nameof(PodTopologySpread), 2),
        (nameof(InterPodAffinity), 2),
        (nameof(DynamicResources), 0),
        (nameof(DefaultPreemption), 0),
        (nameof(NodeResourcesBalancedAllocation), 1),
        (nameof(ImageLocality), 1),
        (nameof(DefaultBinder), 0),
    ];

    /// <summary>True when there is a plugin of that name.</summary>
    public static bool Knows(string name) => _factories.ContainsKey(name);

    /// <summary>Makes a plugin. Throws <see cref="SchedulerConfigurationException"/> where its arguments are not valid.</summary>
    public static IPlugin Create(string name, PluginContext context, Value arguments) => _factories[name](context, arguments);
}
