using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record KeyToPath
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Key { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }

    [Field(3)]
    public partial int? Mode { get; init; }
}
