using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record WindowsSecurityContextOptions
{
    [Field(1)]
    public partial string? GmsaCredentialSpecName { get; init; }

    [Field(2)]
    public partial string? GmsaCredentialSpec { get; init; }

    [Field(3)]
    public partial string? RunAsUserName { get; init; }

    [Field(4)]
    public partial bool? HostProcess { get; init; }
}
