using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.SchedulingV1Alpha2;

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

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupResourceClaimStatus
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string? ResourceClaimName { get; init; }
}

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupSpec
{
    [Field(1, Always = true)]
    public partial PodGroupTemplateReference? PodGroupTemplateRef { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PodGroupSchedulingPolicy SchedulingPolicy { get; init; }

    [Field(3)]
    public partial PodGroupSchedulingConstraints? SchedulingConstraints { get; init; }

    [Field(4, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<PodGroupResourceClaim> ResourceClaims { get; init; }

    [Field(5, Default = "\"Pod\"")]
    public partial string? DisruptionMode { get; init; }

    [Field(6)]
    public partial string PriorityClassName { get; init; }

    [Field(7)]
    public partial int? Priority { get; init; }
}

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupStatus
{
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }

    [Field(2, ListType = "map", MapKeys = "name", Patch = "merge,retainKeys", MergeKey = "name")]
    public partial ValueList<PodGroupResourceClaimStatus> ResourceClaimStatuses { get; init; }
}

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupTemplateReference
{
    [Field(1, Always = true)]
    public partial WorkloadPodGroupTemplateReference? Workload { get; init; }
}

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record WorkloadPodGroupTemplateReference
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string WorkloadName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string PodGroupTemplateName { get; init; }
}
