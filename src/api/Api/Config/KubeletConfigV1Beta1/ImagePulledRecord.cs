using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

/// <summary>Says who pulled an image, and so who may use it.</summary>
[Message]
[Kind("kubelet.config.k8s.io", "v1beta1")]
public sealed partial record ImagePulledRecord
{
    /// <summary>When it was last written.</summary>
    [Field(Always = true)]
    public partial Time LastUpdatedTime { get; init; }

    /// <summary>The image's id.</summary>
    [Field(Always = true)]
    public partial string ImageRef { get; init; }

    /// <summary>By image name, the credentials that worked.</summary>
    [Field]
    public partial ValueMap<ImagePullCredentials> CredentialMapping { get; init; }
}
