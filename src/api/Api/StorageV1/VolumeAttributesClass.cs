using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.StorageV1;

/// <summary>Properties of volumes that can be changed later.</summary>
[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1", Plural = "volumeattributesclasses", ShortNames = "vac")]
public sealed partial record VolumeAttributesClass
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    /// <summary>The driver. Fixed.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string DriverName { get; init; }

    /// <summary>The properties; only the driver understands them. Fixed.</summary>
    [Field(3)]
    public partial ValueMap<string> Parameters { get; init; }
}

[Message("k8s.io.api.storage.v1")]
[Kind("storage.k8s.io", "v1")]
public sealed partial record VolumeAttributesClassList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<VolumeAttributesClass> Items { get; init; }
}
