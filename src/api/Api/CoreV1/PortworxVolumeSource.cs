using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A Portworx volume.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PortworxVolumeSource
{
    /// <summary>The volume's id.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumeID { get; init; }

    /// <summary>The file system; ext4 by default.</summary>
    [Field(2)]
    public partial string FsType { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(3)]
    public partial bool ReadOnly { get; init; }
}
