using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A Photon disk.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PhotonPersistentDiskVolumeSource
{
    /// <summary>The disk's id.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string PdID { get; init; }

    /// <summary>The file system; ext4 by default.</summary>
    [Field(2)]
    public partial string FsType { get; init; }
}
