using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ExtensionsV1Beta1;

/// <summary>The revision to go back to.</summary>
[Message("k8s.io.api.extensions.v1beta1")]
public sealed partial record RollbackConfig
{
    /// <summary>Its number; 0 is the one before.</summary>
    [Field(1)]
    public partial long Revision { get; init; }
}
