using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Which system call filter applies.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SeccompProfile
{
    /// <summary><c>Localhost</c> (a file on the node), <c>RuntimeDefault</c> or <c>Unconfined</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    /// <summary>The file, relative to the kubelet's seccomp directory. For Localhost only.</summary>
    [Field(2)]
    public partial string? LocalhostProfile { get; init; }
}
