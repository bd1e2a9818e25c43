using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Where a volume appears in a container.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeMount
{
    /// <summary>The volume's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>Whether it cannot be written. False by default.</summary>
    [Field(2)]
    public partial bool ReadOnly { get; init; }

    /// <summary>
    /// Whether mounts below it cannot be written either: <c>Disabled</c> (the default), <c>IfPossible</c> or <c>Enabled</c>. Needs readOnly.
    /// </summary>
    [Field(7)]
    public partial string? RecursiveReadOnly { get; init; }

    /// <summary>The path in the container; must not contain <c>:</c>.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string MountPath { get; init; }

    /// <summary>A path in the volume to mount in place of its root. Such a mount does not follow later changes of ConfigMaps and Secrets.</summary>
    [Field(4)]
    public partial string SubPath { get; init; }

    /// <summary>
    /// Whether later mounts cross over: <c>None</c> (the default), <c>HostToContainer</c>, or <c>Bidirectional</c> for privileged containers.
    /// </summary>
    [Field(5)]
    public partial string? MountPropagation { get; init; }

    /// <summary>A subPath in which <c>$(NAME)</c> is replaced by variables of the container. Excludes subPath.</summary>
    [Field(6)]
    public partial string SubPathExpr { get; init; }
}
