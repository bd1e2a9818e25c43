using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.SchedulingV1Alpha2;

/// <summary>Groups of pods that make up one application, for the scheduler.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
[Kind("scheduling.k8s.io", "v1alpha2", Plural = "workloads", Namespaced = true)]
public sealed partial record Workload
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial WorkloadSpec Spec { get; init; }
}

[Message("k8s.io.api.scheduling.v1alpha2")]
[Kind("scheduling.k8s.io", "v1alpha2")]
public sealed partial record WorkloadList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Workload> Items { get; init; }
}

/// <summary>A group of pods as it is to be made.</summary>
/// <inheritdoc cref="PodGroupSpec"/>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupTemplate
{
    /// <summary>The template's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PodGroupSchedulingPolicy SchedulingPolicy { get; init; }

    [Field(3, Always = true)]
    public partial PodGroupSchedulingConstraints? SchedulingConstraints { get; init; }

    [Field(4, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<PodGroupResourceClaim> ResourceClaims { get; init; }

    [Field(5)]
    public partial string? DisruptionMode { get; init; }

    [Field(6)]
    public partial string PriorityClassName { get; init; }

    [Field(7)]
    public partial int? Priority { get; init; }
}

/// <summary>An object in the same namespace.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record TypedLocalObjectReference
{
    /// <summary>Its group; the core group when empty.</summary>
    [Field(1)]
    public partial string ApiGroup { get; init; }

    /// <summary>Its kind.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary>Its name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}

/// <summary>The groups.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record WorkloadSpec
{
    /// <summary>The object that stands behind it, such as a Job; for tools.</summary>
    [Field(1)]
    public partial TypedLocalObjectReference? ControllerRef { get; init; }

    /// <summary>The groups; at most 8.</summary>
    [Field(2, Always = true, Required = true, ListType = "map", MapKeys = "name")]
    public partial ValueList<PodGroupTemplate> PodGroupTemplates { get; init; }
}
