using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1Beta1;

/// <inheritdoc cref="StorageV1.VolumeAttributesClass"/>
[Message("k8s.io.api.storage.v1beta1")]
[Kind("storage.k8s.io", "v1beta1", Plural = "volumeattributesclasses", ShortNames = "vac")]
public sealed partial record VolumeAttributesClass
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string DriverName { get; init; }

    [Field(3)]
    public partial ValueMap<string> Parameters { get; init; }
}

[Message("k8s.io.api.storage.v1beta1")]
[Kind("storage.k8s.io", "v1beta1")]
public sealed partial record VolumeAttributesClassList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<VolumeAttributesClass> Items { get; init; }
}
