using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record GetOptions
{
    [Field(1)]
    public partial string ResourceVersion { get; init; }
}
