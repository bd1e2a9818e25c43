using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

[Message]
[Kind("kubelet.config.k8s.io", "v1beta1")]
public sealed partial record ImagePullIntent
{
    [Field(Always = true)]
    public partial string Image { get; init; }
}
