using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Settings of Windows containers.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record WindowsSecurityContextOptions
{
    /// <summary>The name of the group managed service account's credential spec.</summary>
    [Field(1)]
    public partial string? GmsaCredentialSpecName { get; init; }

    /// <summary>The credential spec itself, filled in by a webhook.</summary>
    [Field(2)]
    public partial string? GmsaCredentialSpec { get; init; }

    /// <summary>The Windows user; the image's when unset.</summary>
    [Field(3)]
    public partial string? RunAsUserName { get; init; }

    /// <summary>Whether the container runs as a process of the host. All containers of a pod must agree, and hostNetwork must be true.</summary>
    [Field(4)]
    public partial bool? HostProcess { get; init; }
}
