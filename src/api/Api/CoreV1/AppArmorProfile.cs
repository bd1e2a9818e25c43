using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Which AppArmor profile applies.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record AppArmorProfile
{
    /// <summary><c>Localhost</c> (loaded on the node), <c>RuntimeDefault</c> or <c>Unconfined</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>The name of a loaded profile. For Localhost only.</summary>
    [Field(2)]
    public partial string? LocalhostProfile { get; init; }
}
