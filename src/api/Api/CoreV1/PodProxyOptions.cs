using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PodProxyOptions
{
    [Field(1)]
    public partial string Path { get; init; }
}
