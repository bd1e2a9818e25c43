using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A Secret in any namespace.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SecretReference
{
    /// <summary>Its name.</summary>
    [Field(1)]
    public partial string Name { get; init; }

    /// <summary>Its namespace.</summary>
    [Field(2)]
    public partial string Namespace { get; init; }
}
