using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>How to update.</summary>
/// <inheritdoc cref="CreateOptions"/>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record UpdateOptions
{
    [Field(1)]
    public partial ValueList<string> DryRun { get; init; }

    [Field(2)]
    public partial string FieldManager { get; init; }

    [Field(3)]
    public partial string FieldValidation { get; init; }
}
