using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>
/// A piece of storage of the cluster, made by an administrator or a provisioner. It belongs to no namespace and outlives the pods that use it.
/// </summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1", Plural = "persistentvolumes", ShortNames = "pv")]
public sealed partial record PersistentVolume
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial PersistentVolumeSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial PersistentVolumeStatus Status { get; init; }
}

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PersistentVolumeList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<PersistentVolume> Items { get; init; }
}

/// <summary>How a volume is doing.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeStatus
{
    /// <summary>
    /// <c>Pending</c>, <c>Available</c>, <c>Bound</c>, <c>Released</c> (the claim is gone) or <c>Failed</c> (reclaiming went wrong).
    /// </summary>
    [Field(1)]
    public partial string Phase { get; init; }

    /// <summary>Why it is so, for people.</summary>
    [Field(2)]
    public partial string Message { get; init; }

    /// <summary>Why it is so, in one word.</summary>
    [Field(3)]
    public partial string Reason { get; init; }

    /// <summary>When the phase last changed.</summary>
    [Field(4)]
    public partial Time? LastPhaseTransitionTime { get; init; }
}
