using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Rules.Scheduling;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Plugins;

/// <summary>A topology spread constraint with its selector made ready.</summary>
internal sealed record SpreadConstraint(int MaxSkew, string TopologyKey, Selector Selector, int MinDomains, bool HonorNodeAffinity, bool HonorNodeTaints)
{
    public const string Hostname = "kubernetes.io/hostname";
    public const string Zone = "topology.kubernetes.io/zone";

    /// <summary>The pod's constraints of one kind: DoNotSchedule or ScheduleAnyway.</summary>
    public static SpreadConstraint[] Of(Pod pod, string whenUnsatisfiable) =>
        [.. pod.Spec.TopologySpreadConstraints.Where(constraint => constraint.WhenUnsatisfiable == whenUnsatisfiable).Select(constraint => From(pod, constraint))];

    /// <summary>A profile's default constraints of one kind, which count the pods that the pod's owner selects.</summary>
    public static SpreadConstraint[] Of(Pod pod, IReadOnlyList<TopologySpreadConstraint> defaults, string whenUnsatisfiable, Selector owner) =>
        [.. defaults.Where(constraint => constraint.WhenUnsatisfiable == whenUnsatisfiable).Select(constraint => From(pod, constraint) with { Selector = owner })];

    /// <summary>Upstream's system defaults, for pods that something selects and that have no constraints of their own.</summary>
    public static SpreadConstraint[] Defaults(Selector owner) =>
        [new(3, Hostname, owner, 1, true, false), new(5, Zone, owner, 1, true, false)];

    /// <summary>True when the node takes part in counting for this constraint.</summary>
    public bool Includes(Pod pod, Node node) =>
        (!HonorNodeAffinity || NodeSelectors.Accepts(pod.Spec, node)) && (!HonorNodeTaints || Taints.Allow(pod.Spec.Tolerations, node.Spec.Taints));

    /// <summary>How many of the node's pods count: matched, of the same namespace, not on their way out.</summary>
    public int Count(NodeInfo node, string @namespace)
    {
        var count = 0;
        foreach (var pod in node.Pods)
        {
            if (pod.Namespace == @namespace && !pod.IsTerminating && Selector.Matches(pod.Labels))
            {
                count++;
            }
        }

        return count;
    }

    private static SpreadConstraint From(Pod pod, TopologySpreadConstraint constraint)
    {
        var selector = constraint.LabelSelector.ToSelector();
        if (constraint.LabelSelector is not null)
        {
            selector = selector.With(constraint.MatchLabelKeys
                .Where(pod.Metadata.Labels.ContainsKey)
                .Select(key => Requirement.Trusted(key, SelectorOperator.In, [pod.Metadata.Labels[key]])));
        }

        return new(constraint.MaxSkew, constraint.TopologyKey, selector, constraint.MinDomains ?? 1, constraint.NodeAffinityPolicy != "Ignore", constraint.NodeTaintsPolicy == "Honor");
    }
}
