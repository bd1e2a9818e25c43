using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record GCEPersistentDiskVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string PdName { get; init; }

    [Field(2)]
    public partial string FsType { get; init; }

    [Field(3)]
    public partial int Partition { get; init; }

    [Field(4)]
    public partial bool ReadOnly { get; init; }
}
