using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>An object in the same namespace, by kind and name.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record TypedLocalObjectReference
{
    /// <summary>The group; the core group when unset.</summary>
    [Field(1, Always = true)]
    public partial string? ApiGroup { get; init; }

    /// <summary>The kind.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary>The name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }
}
