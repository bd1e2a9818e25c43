using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record TableOptions
{
    [Field(1)]
    public partial string IncludeObject { get; init; }
}
