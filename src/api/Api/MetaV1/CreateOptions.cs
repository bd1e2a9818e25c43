using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>How to create.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record CreateOptions
{
    /// <summary><c>All</c> does everything but store.</summary>
    [Field(1)]
    public partial ValueList<string> DryRun { get; init; }

    /// <summary>Who writes; for managedFields. At most 128 characters.</summary>
    [Field(3)]
    public partial string FieldManager { get; init; }

    /// <summary>What becomes of unknown and duplicate fields: <c>Ignore</c>, <c>Warn</c> (the default) or <c>Strict</c>.</summary>
    [Field(4)]
    public partial string FieldValidation { get; init; }
}
