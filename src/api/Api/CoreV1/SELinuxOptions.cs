using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>An SELinux label.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SELinuxOptions
{
    /// <summary>The user part.</summary>
    [Field(1)]
    public partial string User { get; init; }

    /// <summary>The role part.</summary>
    [Field(2)]
    public partial string Role { get; init; }

    /// <summary>The type part.</summary>
    [Field(3)]
    public partial string Type { get; init; }

    /// <summary>The level part.</summary>
    [Field(4)]
    public partial string Level { get; init; }
}
