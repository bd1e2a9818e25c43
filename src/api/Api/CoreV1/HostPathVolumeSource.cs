using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A file or directory of the node.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record HostPathVolumeSource
{
    /// <summary>The path on the node; links are followed.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    /// <summary>
    /// What must be there: <c>Directory</c>, <c>File</c>, <c>Socket</c>, <c>CharDevice</c>, <c>BlockDevice</c>, or <c>DirectoryOrCreate</c> and
    /// <c>FileOrCreate</c>. Empty (the default) checks nothing.
    /// </summary>
    [Field(2)]
    public partial string? Type { get; init; }
}
