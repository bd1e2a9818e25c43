using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record SecurityContext
{
    [Field(1)]
    public partial Capabilities? Capabilities { get; init; }

    [Field(2)]
    public partial bool? Privileged { get; init; }

    [Field(3)]
    public partial SELinuxOptions? SeLinuxOptions { get; init; }

    [Field(10)]
    public partial WindowsSecurityContextOptions? WindowsOptions { get; init; }

    [Field(4)]
    public partial long? RunAsUser { get; init; }

    [Field(8)]
    public partial long? RunAsGroup { get; init; }

    [Field(5)]
    public partial bool? RunAsNonRoot { get; init; }

    [Field(6)]
    public partial bool? ReadOnlyRootFilesystem { get; init; }

    [Field(7)]
    public partial bool? AllowPrivilegeEscalation { get; init; }

    [Field(9)]
    public partial string? ProcMount { get; init; }

    [Field(11)]
    public partial SeccompProfile? SeccompProfile { get; init; }

    [Field(12)]
    public partial AppArmorProfile? AppArmorProfile { get; init; }
}

[Message("k8s.io.api.core.v1")]
public sealed partial record Capabilities
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Add { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Drop { get; init; }
}
