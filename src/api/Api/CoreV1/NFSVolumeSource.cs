using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A directory of an NFS server.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record NFSVolumeSource
{
    /// <summary>The server's name or address.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Server { get; init; }

    /// <summary>The exported path.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    /// <summary>Whether it is mounted read-only. False by default.</summary>
    [Field(3)]
    public partial bool ReadOnly { get; init; }
}
