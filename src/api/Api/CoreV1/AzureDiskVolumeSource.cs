using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record AzureDiskVolumeSource
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string DiskName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string DiskURI { get; init; }

    [Field(3, Default = "\"ReadWrite\"")]
    public partial string? CachingMode { get; init; }

    [Field(4, Default = "\"ext4\"")]
    public partial string? FsType { get; init; }

    [Field(5, Default = "false")]
    public partial bool? ReadOnly { get; init; }

    [Field(6, Default = "\"Shared\"")]
    public partial string? Kind { get; init; }
}
