using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

[Message]
[Kind("kubelet.config.k8s.io", "v1beta1")]
public sealed partial record ImagePulledRecord
{
    [Field(Always = true)]
    public partial Time LastUpdatedTime { get; init; }

    [Field(Always = true)]
    public partial string ImageRef { get; init; }

    [Field]
    public partial ValueMap<ImagePullCredentials> CredentialMapping { get; init; }
}
