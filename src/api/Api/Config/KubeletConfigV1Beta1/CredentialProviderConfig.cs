using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.KubeletConfigV1Beta1;

/// <inheritdoc cref="KubeletConfigV1.CredentialProviderConfig"/>
[Message]
[Kind("kubelet.config.k8s.io", "v1beta1")]
public sealed partial record CredentialProviderConfig
{
    [Field(Always = true)]
    public partial ValueList<CredentialProvider> Providers { get; init; }
}
