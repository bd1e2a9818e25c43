using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record SELinuxOptions
{
    [Field(1)]
    public partial string User { get; init; }

    [Field(2)]
    public partial string Role { get; init; }

    [Field(3)]
    public partial string Type { get; init; }

    [Field(4)]
    public partial string Level { get; init; }
}
