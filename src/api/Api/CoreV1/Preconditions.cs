using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
public sealed partial record Preconditions
{
    [Field(1)]
    public partial string? Uid { get; init; }
}
