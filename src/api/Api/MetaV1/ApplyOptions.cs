using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ApplyOptions
{
    [Field(1)]
    public partial ValueList<string> DryRun { get; init; }

    [Field(2, Always = true)]
    public partial bool Force { get; init; }

    [Field(3, Always = true)]
    public partial string FieldManager { get; init; }
}
