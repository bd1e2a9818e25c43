using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>Which ports to forward.</summary>
[Message("k8s.io.api.core.v1")]
[Kind("", "v1")]
public sealed partial record PodPortForwardOptions
{
    /// <summary>The pod's ports.</summary>
    [Field(1)]
    public partial ValueList<int> Ports { get; init; }
}
