using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A disk on a Fibre Channel fabric, by names and unit or by wwids.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record FCVolumeSource
{
    /// <summary>The targets' world wide names.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> TargetWWNs { get; init; }

    /// <summary>The unit number; with targetWWNs.</summary>
    [Field(2)]
    public partial int? Lun { get; init; }

    /// <summary>The file system; ext4 by default.</summary>
    [Field(3)]
    public partial string FsType { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(4)]
    public partial bool ReadOnly { get; init; }

    /// <summary>World wide identifiers of the volume, in place of names and unit.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<string> Wwids { get; init; }
}
