using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Where a pod would like to be, or must be.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Affinity
{
    /// <summary>By the labels and fields of nodes.</summary>
    [Field(1)]
    public partial NodeAffinity? NodeAffinity { get; init; }

    /// <summary>Near pods that match.</summary>
    [Field(2)]
    public partial PodAffinity? PodAffinity { get; init; }

    /// <summary>Away from pods that match.</summary>
    [Field(3)]
    public partial PodAntiAffinity? PodAntiAffinity { get; init; }
}

/// <summary>Rules about a node's own labels.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NodeAffinity
{
    /// <summary>Terms of which a node must match one. Label changes after placement evict nobody.</summary>
    [Field(1)]
    public partial NodeSelector? RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    /// <summary>Terms that add their weight to the score of each node they match.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<PreferredSchedulingTerm> PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}

/// <summary>Rules that place a pod beside others.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodAffinity
{
    /// <summary>Terms that must all be met for a node to be eligible.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<PodAffinityTerm> RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    /// <summary>Terms that add their weight to the score of nodes that meet them.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<WeightedPodAffinityTerm> PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}

/// <summary>Rules that keep a pod away from others.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodAntiAffinity
{
    /// <summary>
    /// Terms none of which may be violated by a node. Also looked at from the other side: the terms of pods already there count for a newcomer.
    /// </summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<PodAffinityTerm> RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    /// <summary>Terms that lower the score of nodes that violate them by their weight.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<WeightedPodAffinityTerm> PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}

/// <summary>A preference for nodes, with its weight.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PreferredSchedulingTerm
{
    /// <summary>What a matching node gains in the score, 1 to 100.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Weight { get; init; }

    /// <summary>The nodes preferred. An empty term matches none.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial NodeSelectorTerm Preference { get; init; }
}

/// <summary>How unevenly the matching pods may be spread over domains.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record TopologySpreadConstraint
{
    /// <summary>The greatest allowed difference between a domain's matching pods and the emptiest domain's. At least 1.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int MaxSkew { get; init; }

    /// <summary>The node label whose values are the domains. Nodes without it are not eligible.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string TopologyKey { get; init; }

    /// <summary><c>DoNotSchedule</c> holds the pod back; <c>ScheduleAnyway</c> only prefers nodes that lessen the skew.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string WhenUnsatisfiable { get; init; }

    /// <summary>The pods counted, in this pod's namespace.</summary>
    [Field(4)]
    public partial LabelSelector? LabelSelector { get; init; }

    /// <summary>
    /// With fewer eligible domains than this, the smallest count is taken as 0, so that pods wait for further domains. Only with DoNotSchedule;
    /// 1 by default.
    /// </summary>
    [Field(5)]
    public partial int? MinDomains { get; init; }

    /// <summary>
    /// <c>Honor</c> (the default) counts only nodes that this pod's nodeSelector and node affinity admit; <c>Ignore</c> counts all.
    /// </summary>
    [Field(6)]
    public partial string? NodeAffinityPolicy { get; init; }

    /// <summary><c>Honor</c> counts only nodes whose taints this pod tolerates; <c>Ignore</c> (the default) counts all.</summary>
    [Field(7)]
    public partial string? NodeTaintsPolicy { get; init; }

    /// <summary>Keys of this pod's labels whose values narrow labelSelector, such as <c>pod-template-hash</c> to count one revision.</summary>
    [Field(8, ListType = "atomic")]
    public partial ValueList<string> MatchLabelKeys { get; init; }
}
