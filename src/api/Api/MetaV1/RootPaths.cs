using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record RootPaths
{
    [Field(1, Always = true)]
    public partial ValueList<string> Paths { get; init; }
}
