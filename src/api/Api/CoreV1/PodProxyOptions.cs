using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>What to ask the pod for.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PodProxyOptions
{
    /// <summary>The path of the request.</summary>
    [Field(1)]
    public partial string Path { get; init; }
}
