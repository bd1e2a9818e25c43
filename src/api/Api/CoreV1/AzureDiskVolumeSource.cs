using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>An Azure disk.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record AzureDiskVolumeSource
{
    /// <summary>The disk's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string DiskName { get; init; }

    /// <summary>The disk's address.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string DiskURI { get; init; }

    /// <summary><c>None</c>, <c>ReadOnly</c> or <c>ReadWrite</c> (the default).</summary>
    [Field(3, Default = "\"ReadWrite\"")]
    public partial string? CachingMode { get; init; }

    /// <summary>The file system; ext4 by default.</summary>
    [Field(4, Default = "\"ext4\"")]
    public partial string? FsType { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(5, Default = "false")]
    public partial bool? ReadOnly { get; init; }

    /// <summary><c>Shared</c> (the default), <c>Dedicated</c> or <c>Managed</c>.</summary>
    [Field(6, Default = "\"Shared\"")]
    public partial string? Kind { get; init; }
}
