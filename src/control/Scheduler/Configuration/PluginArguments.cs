using Cybernetes.Api.CoreV1;
using Cybernetes.Api.KubeSchedulerConfigV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Scheduler.Framework;

namespace Cybernetes.Scheduler.Configuration;

/// <summary>Plugins made from the arguments of a configuration, with upstream's defaults and checks.</summary>
internal static class PluginArguments
{
    private const int MaxWeight = 100;

    public static Plugins.NodeAffinity NodeAffinity(Value arguments) => new(Read<NodeAffinityArgs>(arguments).AddedAffinity);

    public static Plugins.InterPodAffinity InterPodAffinity(Value arguments)
    {
        var args = Read<InterPodAffinityArgs>(arguments);
        var weight = args.HardPodAffinityWeight ?? 1;
        Require(weight is >= 0 and <= MaxWeight, $"hardPodAffinityWeight: Invalid value: {weight}: not in valid range [0, 100]");
        return new(weight, args.IgnorePreferredTermsOfExistingPods);
    }

    public static Plugins.NodeResourcesFit NodeResourcesFit(Value arguments)
    {
        var args = Read<NodeResourcesFitArgs>(arguments);
        var strategy = args.ScoringStrategy is null ? Plugins.ScoringStrategy.Default : Strategy(args.ScoringStrategy);
        foreach (var group in args.IgnoredResourceGroups)
        {
            Require(!group.Contains('/', StringComparison.Ordinal), $"ignoredResourceGroups[0]: Invalid value: \"{group}\": resource group name can't contain '/'");
        }

        return new(strategy, args.IgnoredResources.Concat(args.IgnoredResourceGroups).ToHashSet(StringComparer.Ordinal));
    }

    public static Plugins.NodeResourcesBalancedAllocation NodeResourcesBalancedAllocation(Value arguments)
    {
        var args = Read<NodeResourcesBalancedAllocationArgs>(arguments);
        foreach (var resource in args.Resources)
        {
            Require(resource.Weight is 0 or 1, $"resources[0].weight: Invalid value: {resource.Weight}: resource weight of {resource.Name} should be 1");
        }

        return args.Resources.IsEmpty ? new() : new([.. args.Resources.Select(resource => resource.Name)]);
    }

    public static Plugins.PodTopologySpread PodTopologySpread(Value arguments)
    {
        var args = Read<PodTopologySpreadArgs>(arguments);
        var list = args.DefaultingType == "List";
        Require(list || args.DefaultConstraints.IsEmpty, "defaultingType: Invalid value: \"System\": when .defaultConstraints are not empty");
        foreach (var constraint in args.DefaultConstraints)
        {
            Require(constraint.LabelSelector is null, "defaultConstraints[0].labelSelector: Forbidden: constraint must not define a selector, as they deduced for each pod");
        }

        return new(list ? [.. args.DefaultConstraints] : null);
    }

    public static Plugins.Volumes.VolumeBinding VolumeBinding(PluginContext context, Value arguments)
    {
        var seconds = Read<VolumeBindingArgs>(arguments).BindTimeoutSeconds ?? 600;
        Require(seconds >= 0, $"bindTimeoutSeconds: Invalid value: {seconds}: invalid BindTimeoutSeconds, should not be a negative value");
        return new(context, TimeSpan.FromSeconds(seconds));
    }

    public static Preemption.DefaultPreemption DefaultPreemption(Value arguments)
    {
        var args = Read<DefaultPreemptionArgs>(arguments);
        var (percentage, absolute) = (args.MinCandidateNodesPercentage ?? 10, args.MinCandidateNodesAbsolute ?? 100);
        Require(percentage is >= 0 and <= 100, $"minCandidateNodesPercentage: Invalid value: {percentage}: not in valid range [0, 100]");
        Require(absolute >= 0, $"minCandidateNodesAbsolute: Invalid value: {absolute}: not in valid range [0, inf)");
        Require(percentage > 0 || absolute > 0, "minCandidateNodesPercentage: Invalid value: 0: cannot be zero at the same time as minCandidateNodesAbsolute");
        return new(percentage, absolute);
    }

    private static Plugins.ScoringStrategy Strategy(ScoringStrategy given)
    {
        Require(given.Type is "LeastAllocated" or "MostAllocated" or "RequestedToCapacityRatio", $"scoringStrategy.type: Unsupported value: \"{given.Type}\": supported values: \"LeastAllocated\", \"MostAllocated\", \"RequestedToCapacityRatio\"");
        foreach (var resource in given.Resources)
        {
            Require(resource.Weight is >= 0 and <= MaxWeight, $"scoringStrategy.resources[0].weight: Invalid value: {resource.Weight}: resource weight of {resource.Name} not in valid range [1, 100]");
        }

        var shape = given.RequestedToCapacityRatio?.Shape ?? [];
        Require(given.Type != "RequestedToCapacityRatio" || !shape.IsEmpty, "scoringStrategy.shape: Required value: at least one point must be specified");
        for (var i = 0; i < shape.Count; i++)
        {
            Require(shape[i].Utilization is >= 0 and <= 100, $"scoringStrategy.shape[{i}].utilization: Invalid value: {shape[i].Utilization}: not in valid range [0, 100]");
            Require(shape[i].Score is >= 0 and <= 10, $"scoringStrategy.shape[{i}].score: Invalid value: {shape[i].Score}: not in valid range [0, 10]");
            Require(i == 0 || shape[i].Utilization > shape[i - 1].Utilization, $"scoringStrategy.shape[{i}].utilization: Invalid value: {shape[i].Utilization}: utilization values must be sorted in increasing order");
        }

        return new(
            given.Type,
            given.Resources.IsEmpty ? Plugins.ScoringStrategy.Default.Resources : [.. given.Resources.Select(resource => (resource.Name, resource.Weight == 0 ? 1 : resource.Weight))],
            [.. shape.Select(point => (point.Utilization, point.Score))]);
    }

    private static T Read<T>(Value arguments)
        where T : class, IKind<T>
    {
        if (arguments.IsNull)
        {
            return T.Empty;
        }

        try
        {
            var unknown = new List<string>();
            var read = JsonDecoder.Read<T>(arguments.ToJson(), unknown);
            Require(unknown.Count == 0, $"strict decoding error: {string.Join(", ", unknown.Select(path => $"unknown field \"{path}\""))}");
            return read;
        }
        catch (WireException error)
        {
            throw new SchedulerConfigurationException($"decoding .profiles[0].pluginConfig[0].args: {error.Message}");
        }
    }

    private static void Require(bool valid, string message)
    {
        if (!valid)
        {
            throw new SchedulerConfigurationException(message);
        }
    }
}
