using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>How to apply.</summary>
/// <inheritdoc cref="CreateOptions"/>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record ApplyOptions
{
    [Field(1)]
    public partial ValueList<string> DryRun { get; init; }

    /// <summary>Whether fields that others manage are taken over.</summary>
    [Field(2, Always = true)]
    public partial bool Force { get; init; }

    [Field(3, Always = true)]
    public partial string FieldManager { get; init; }
}
