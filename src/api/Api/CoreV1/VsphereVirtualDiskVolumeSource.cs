using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A vSphere disk.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record VsphereVirtualDiskVolumeSource
{
    /// <summary>The path of the disk's file.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumePath { get; init; }

    /// <summary>The file system; ext4 by default.</summary>
    [Field(2)]
    public partial string FsType { get; init; }

    /// <summary>The storage policy's name.</summary>
    [Field(3)]
    public partial string StoragePolicyName { get; init; }

    /// <summary>The storage policy's id.</summary>
    [Field(4)]
    public partial string StoragePolicyID { get; init; }
}
