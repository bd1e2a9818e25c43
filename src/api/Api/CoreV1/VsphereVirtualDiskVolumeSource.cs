using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record VsphereVirtualDiskVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumePath { get; init; }

    [Field(2)]
    public partial string FsType { get; init; }

    [Field(3)]
    public partial string StoragePolicyName { get; init; }

    [Field(4)]
    public partial string StoragePolicyID { get; init; }
}
