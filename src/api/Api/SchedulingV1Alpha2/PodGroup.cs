using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.SchedulingV1Alpha2;

/// <summary>Pods that are scheduled together.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
[Kind("scheduling.k8s.io", "v1alpha2", Plural = "podgroups", Namespaced = true)]
public sealed partial record PodGroup
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PodGroupSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial PodGroupStatus Status { get; init; }
}

[Message("k8s.io.api.scheduling.v1alpha2")]
[Kind("scheduling.k8s.io", "v1alpha2")]
public sealed partial record PodGroupList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<PodGroup> Items { get; init; }
}

/// <summary>The claim that stands behind an entry of resourceClaims.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupResourceClaimStatus
{
    /// <summary>The entry's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The claim.</summary>
    [Field(2)]
    public partial string? ResourceClaimName { get; init; }
}

/// <summary>How the pods are scheduled.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupSpec
{
    /// <summary>The template that it was made from.</summary>
    [Field(1, Always = true)]
    public partial PodGroupTemplateReference? PodGroupTemplateRef { get; init; }

    /// <summary>All at once or one by one.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PodGroupSchedulingPolicy SchedulingPolicy { get; init; }

    /// <summary>Where the pods must be in relation to each other.</summary>
    [Field(3)]
    public partial PodGroupSchedulingConstraints? SchedulingConstraints { get; init; }

    /// <summary>Claims that the pods share; at most 4.</summary>
    [Field(4, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<PodGroupResourceClaim> ResourceClaims { get; init; }

    /// <summary><c>Pod</c> (each may be pushed out alone) or <c>PodGroup</c> (all or none).</summary>
    [Field(5, Default = "\"Pod\"")]
    public partial string? DisruptionMode { get; init; }

    /// <summary>The PriorityClass of the group.</summary>
    [Field(6)]
    public partial string PriorityClassName { get; init; }

    /// <summary>The priority as a number, filled in from the class.</summary>
    [Field(7)]
    public partial int? Priority { get; init; }
}

/// <summary>How a group is doing.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupStatus
{
    /// <summary>What holds at present; PodGroupScheduled.</summary>
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }

    /// <summary>The claims that were made for it.</summary>
    [Field(2, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<PodGroupResourceClaimStatus> ResourceClaimStatuses { get; init; }
}

/// <summary>The template that a group was made from.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupTemplateReference
{
    /// <summary>A template of a Workload.</summary>
    [Field(1, Always = true)]
    public partial WorkloadPodGroupTemplateReference? Workload { get; init; }
}

/// <summary>A template of a Workload.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record WorkloadPodGroupTemplateReference
{
    /// <summary>The Workload.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string WorkloadName { get; init; }

    /// <summary>The template.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string PodGroupTemplateName { get; init; }
}
