using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record GroupVersionKind
{
    [Field(1, Always = true)]
    public partial string Group { get; init; }

    [Field(2, Always = true)]
    public partial string Version { get; init; }

    [Field(3, Always = true)]
    public partial string Kind { get; init; }
}
