using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A raw block device in a container.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeDevice
{
    /// <summary>The volume's name; its claim must have volumeMode Block.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>The path of the device in the container.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string DevicePath { get; init; }
}
