using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>Objects of any kinds, one after the other.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record List
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<RawExtension> Items { get; init; }
}
