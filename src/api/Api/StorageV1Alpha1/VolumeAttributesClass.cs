using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1Alpha1;

/// <inheritdoc cref="StorageV1.VolumeAttributesClass"/>
[Message("k8s.io.api.storage.v1alpha1")]
[Kind("storage.k8s.io", "v1alpha1", Plural = "volumeattributesclasses", ShortNames = "vac")]
public sealed partial record VolumeAttributesClass
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial string DriverName { get; init; }

    [Field(3)]
    public partial ValueMap<string> Parameters { get; init; }
}

[Message("k8s.io.api.storage.v1alpha1")]
[Kind("storage.k8s.io", "v1alpha1")]
public sealed partial record VolumeAttributesClassList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<VolumeAttributesClass> Items { get; init; }
}
