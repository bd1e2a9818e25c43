using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Privileges of one container.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SecurityContext
{
    /// <summary>Linux capabilities to add and to drop.</summary>
    [Field(1)]
    public partial Capabilities? Capabilities { get; init; }

    /// <summary>Whether the container is root on the node in all but name. False by default.</summary>
    [Field(2)]
    public partial bool? Privileged { get; init; }

    /// <summary>The SELinux label; a random one when unset.</summary>
    [Field(3)]
    public partial SELinuxOptions? SeLinuxOptions { get; init; }

    /// <summary>Settings of Windows containers.</summary>
    [Field(10)]
    public partial WindowsSecurityContextOptions? WindowsOptions { get; init; }

    /// <summary>The user id of the first process; the image's when unset.</summary>
    [Field(4)]
    public partial long? RunAsUser { get; init; }

    /// <summary>The group id of the first process; the runtime's default when unset.</summary>
    [Field(8)]
    public partial long? RunAsGroup { get; init; }

    /// <summary>Whether starting as user 0 is refused.</summary>
    [Field(5)]
    public partial bool? RunAsNonRoot { get; init; }

    /// <summary>Whether the container's own file system cannot be written. False by default.</summary>
    [Field(6)]
    public partial bool? ReadOnlyRootFilesystem { get; init; }

    /// <summary>
    /// Whether a process may gain more privileges than its parent (the negation of no_new_privs). Always true for privileged containers and
    /// those with CAP_SYS_ADMIN.
    /// </summary>
    [Field(7)]
    public partial bool? AllowPrivilegeEscalation { get; init; }

    /// <summary><c>Default</c> masks parts of /proc; <c>Unmasked</c> shows all of it and needs hostUsers: false.</summary>
    [Field(9)]
    public partial string? ProcMount { get; init; }

    /// <summary>The system call filter; wins over the pod's.</summary>
    [Field(11)]
    public partial SeccompProfile? SeccompProfile { get; init; }

    /// <summary>The AppArmor profile; wins over the pod's.</summary>
    [Field(12)]
    public partial AppArmorProfile? AppArmorProfile { get; init; }
}

/// <summary>Changes to the runtime's default set of capabilities.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Capabilities
{
    /// <summary>Capabilities granted, without the CAP_ prefix; <c>ALL</c> for all.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Add { get; init; }

    /// <summary>Capabilities taken away; <c>ALL</c> for all.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<string> Drop { get; init; }
}
