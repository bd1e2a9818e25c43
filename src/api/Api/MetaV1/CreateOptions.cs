using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record CreateOptions
{
    [Field(1)]
    public partial ValueList<string> DryRun { get; init; }

    [Field(3)]
    public partial string FieldManager { get; init; }

    [Field(4)]
    public partial string FieldValidation { get; init; }
}
