using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A Google Compute disk.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record GCEPersistentDiskVolumeSource
{
    /// <summary>The disk's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string PdName { get; init; }

    /// <summary>The file system; ext4 by default.</summary>
    [Field(2)]
    public partial string FsType { get; init; }

    /// <summary>The partition's number; 0 for the whole disk.</summary>
    [Field(3)]
    public partial int Partition { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(4)]
    public partial bool ReadOnly { get; init; }
}
