using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>An object's metadata without the rest.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("meta.k8s.io", "v1")]
public sealed partial record PartialObjectMetadata
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }
}

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("meta.k8s.io", "v1")]
public sealed partial record PartialObjectMetadataList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<PartialObjectMetadata> Items { get; init; }
}
