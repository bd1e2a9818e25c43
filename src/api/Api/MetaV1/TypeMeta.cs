using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record TypeMeta
{
    [Field(1)]
    public partial string Kind { get; init; }

    [Field(2)]
    public partial string ApiVersion { get; init; }
}
