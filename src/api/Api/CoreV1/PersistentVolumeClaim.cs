using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "persistentvolumeclaims", ShortNames = "pvc", Namespaced = true)]
public sealed partial record PersistentVolumeClaim
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial PersistentVolumeClaimSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial PersistentVolumeClaimStatus Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PersistentVolumeClaimList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<PersistentVolumeClaim> Items { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record ModifyVolumeStatus
{
    [Field(1)]
    public partial string TargetVolumeAttributesClassName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(3, Always = true)]
    public partial Time LastProbeTime { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5)]
    public partial string Reason { get; init; }

    [Field(6)]
    public partial string Message { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimStatus
{
    [Field(1)]
    public partial string Phase { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> AccessModes { get; init; }

    [Field(3)]
    public partial ValueMap<Quantity> Capacity { get; init; }

    [Field(4, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<PersistentVolumeClaimCondition> Conditions { get; init; }

    [Field(5)]
    public partial ValueMap<Quantity> AllocatedResources { get; init; }

    [Field(7, ListType = "granular")]
    public partial ValueMap<string> AllocatedResourceStatuses { get; init; }

    [Field(8)]
    public partial string? CurrentVolumeAttributesClassName { get; init; }

    [Field(9)]
    public partial ModifyVolumeStatus? ModifyVolumeStatus { get; init; }
}
