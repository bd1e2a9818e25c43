using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>An object in the same namespace.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record LocalObjectReference
{
    /// <summary>The object's name.</summary>
    [Field(1, Default = "\"\"")]
    public partial string Name { get; init; }
}
