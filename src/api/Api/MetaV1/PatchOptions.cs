using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>How to patch.</summary>
/// <inheritdoc cref="CreateOptions"/>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record PatchOptions
{
    [Field(1)]
    public partial ValueList<string> DryRun { get; init; }

    /// <summary>Whether an apply takes over fields that others manage. For apply only.</summary>
    [Field(2)]
    public partial bool? Force { get; init; }

    [Field(3)]
    public partial string FieldManager { get; init; }

    [Field(4)]
    public partial string FieldValidation { get; init; }
}
