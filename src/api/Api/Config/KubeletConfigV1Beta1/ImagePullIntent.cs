using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

/// <summary>Says that an image is about to be pulled.</summary>
[Message]
[Kind("kubelet.config.k8s.io", "v1beta1")]
public sealed partial record ImagePullIntent
{
    /// <summary>The image.</summary>
    [Field(Always = true)]
    public partial string Image { get; init; }
}
