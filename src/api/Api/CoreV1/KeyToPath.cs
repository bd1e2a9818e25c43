using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A key and the file that shows it.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record KeyToPath
{
    /// <summary>The key.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    /// <summary>The file's path in the volume, relative and without <c>..</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    /// <summary>The file's permissions, 0 to 0777; the volume's default when unset.</summary>
    [Field(3)]
    public partial int? Mode { get; init; }
}
