using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.MetaV1Beta1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1beta1")]
[Kind("meta.k8s.io", "v1beta1")]
public sealed partial record PartialObjectMetadataList
{
    [Field(2, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(1, Always = true)]
    public partial ValueList<PartialObjectMetadata> Items { get; init; }
}
