using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

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

[Message("k8s.io.api.core.v1")]
public sealed partial record PersistentVolumeStatus
{
    [Field(1)]
    public partial string Phase { get; init; }

    [Field(2)]
    public partial string Message { get; init; }

    [Field(3)]
    public partial string Reason { get; init; }

    [Field(4)]
    public partial Time? LastPhaseTransitionTime { get; init; }
}
