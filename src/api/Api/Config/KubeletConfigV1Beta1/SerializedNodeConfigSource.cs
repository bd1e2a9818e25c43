using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

/// <summary>A source of settings; no longer used.</summary>
[Message]
[Kind("kubelet.config.k8s.io", "v1beta1")]
public sealed partial record SerializedNodeConfigSource
{
    /// <summary>The source.</summary>
    [Field(Always = true)]
    public partial NodeConfigSource Source { get; init; }
}
