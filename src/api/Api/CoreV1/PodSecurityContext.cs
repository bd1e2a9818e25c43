using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Privileges that all containers of a pod share.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodSecurityContext
{
    /// <summary>The SELinux label of all containers.</summary>
    [Field(1)]
    public partial SELinuxOptions? SeLinuxOptions { get; init; }

    /// <summary>Settings of Windows containers.</summary>
    [Field(8)]
    public partial WindowsSecurityContextOptions? WindowsOptions { get; init; }

    /// <summary>The user id of the first process of each container; the image's when unset.</summary>
    [Field(2)]
    public partial long? RunAsUser { get; init; }

    /// <summary>The group id of the first process of each container.</summary>
    [Field(6)]
    public partial long? RunAsGroup { get; init; }

    /// <summary>Whether starting as user 0 is refused.</summary>
    [Field(3)]
    public partial bool? RunAsNonRoot { get; init; }

    /// <summary>Further groups of each container's first process, besides its primary group and fsGroup.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<long> SupplementalGroups { get; init; }

    /// <summary><c>Merge</c> (the default) adds the groups that the image's /etc/group gives the user; <c>Strict</c> does not.</summary>
    [Field(12)]
    public partial string? SupplementalGroupsPolicy { get; init; }

    /// <summary>A group that owns the pod's volumes and to which all processes belong. Files made in the volumes inherit it.</summary>
    [Field(5)]
    public partial long? FsGroup { get; init; }

    /// <summary>Kernel settings of the pod's namespaces. Those outside the safe set must be allowed on the node.</summary>
    [Field(7, ListType = "atomic")]
    public partial ValueList<Sysctl> Sysctls { get; init; }

    /// <summary>
    /// <c>Always</c> (the default) sets owner and mode of every file at each mount; <c>OnRootMismatch</c> only where the root differs.
    /// </summary>
    [Field(9)]
    public partial string? FsGroupChangePolicy { get; init; }

    /// <summary>The system call filter of all containers.</summary>
    [Field(10)]
    public partial SeccompProfile? SeccompProfile { get; init; }

    /// <summary>The AppArmor profile of all containers.</summary>
    [Field(11)]
    public partial AppArmorProfile? AppArmorProfile { get; init; }

    /// <summary><c>MountOption</c> labels volumes by mounting them so; <c>Recursive</c> relabels each file.</summary>
    [Field(13)]
    public partial string? SeLinuxChangePolicy { get; init; }
}

/// <summary>A kernel setting.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record Sysctl
{
    /// <summary>The setting's name, such as <c>net.core.somaxconn</c>.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The setting's value.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Value { get; init; }
}
