using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>A request for storage in a namespace. It is bound to one PersistentVolume; pods mount the claim.</summary>
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

/// <summary>How a change of the volume's class stands.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ModifyVolumeStatus
{
    /// <summary>The class wanted.</summary>
    [Field(1)]
    public partial string TargetVolumeAttributesClassName { get; init; }

    /// <summary><c>Pending</c>, <c>InProgress</c> or <c>Infeasible</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }
}

/// <summary>Something that holds for a claim at present.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    /// <summary>When it was last looked at.</summary>
    [Field(3, Always = true)]
    public partial Time LastProbeTime { get; init; }

    [Field(4, Always = true)]
    public partial Time LastTransitionTime { get; init; }

    [Field(5)]
    public partial string Reason { get; init; }

    [Field(6)]
    public partial string Message { get; init; }
}

/// <summary>How a claim is doing.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeClaimStatus
{
    /// <summary><c>Pending</c>, <c>Bound</c> or <c>Lost</c> (its volume vanished).</summary>
    [Field(1)]
    public partial string Phase { get; init; }

    /// <summary>How the bound volume can be mounted.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> AccessModes { get; init; }

    /// <summary>The bound volume's size.</summary>
    [Field(3)]
    public partial ValueMap<Quantity> Capacity { get; init; }

    /// <summary>Resizing and modifying, as they go on.</summary>
    [Field(4, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<PersistentVolumeClaimCondition> Conditions { get; init; }

    /// <summary>The size that is being grown to; quota counts the larger of this and what is asked.</summary>
    [Field(5)]
    public partial ValueMap<Quantity> AllocatedResources { get; init; }

    /// <summary>For each resource how its growing stands, such as <c>ControllerResizeInProgress</c> or <c>NodeResizePending</c>.</summary>
    [Field(7, ListType = "granular")]
    public partial ValueMap<string> AllocatedResourceStatuses { get; init; }

    /// <summary>The class that holds for the volume at present.</summary>
    [Field(8)]
    public partial string? CurrentVolumeAttributesClassName { get; init; }

    /// <summary>How a change of class stands.</summary>
    [Field(9)]
    public partial ModifyVolumeStatus? ModifyVolumeStatus { get; init; }
}
