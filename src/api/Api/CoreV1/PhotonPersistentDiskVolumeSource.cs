using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record PhotonPersistentDiskVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string PdID { get; init; }

    [Field(2)]
    public partial string FsType { get; init; }
}
