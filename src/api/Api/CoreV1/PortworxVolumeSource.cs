using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record PortworxVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string VolumeID { get; init; }

    [Field(2)]
    public partial string FsType { get; init; }

    [Field(3)]
    public partial bool ReadOnly { get; init; }
}
