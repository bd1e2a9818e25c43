using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1Beta1;

/// <inheritdoc cref="StorageV1.StorageClass"/>
[Message("k8s.io.api.storage.v1beta1")]
[Kind("storage.k8s.io", "v1beta1", Plural = "storageclasses", ShortNames = "sc")]
public sealed partial record StorageClass
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial string Provisioner { get; init; }

    [Field(3)]
    public partial ValueMap<string> Parameters { get; init; }

    [Field(4)]
    public partial string? ReclaimPolicy { get; init; }

    [Field(5)]
    public partial ValueList<string> MountOptions { get; init; }

    [Field(6)]
    public partial bool? AllowVolumeExpansion { get; init; }

    [Field(7)]
    public partial string? VolumeBindingMode { get; init; }

    [Field(8)]
    public partial ValueList<TopologySelectorTerm> AllowedTopologies { get; init; }
}

[Message("k8s.io.api.storage.v1beta1")]
[Kind("storage.k8s.io", "v1beta1")]
public sealed partial record StorageClassList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<StorageClass> Items { get; init; }
}
