using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Objects of any kinds, one after the other.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record List
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<RawExtension> Items { get; init; }
}
