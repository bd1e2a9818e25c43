using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>What must hold for an operation to be carried out.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Preconditions
{
    /// <summary>The uid that the object must have.</summary>
    [Field(1)]
    public partial string? Uid { get; init; }
}
