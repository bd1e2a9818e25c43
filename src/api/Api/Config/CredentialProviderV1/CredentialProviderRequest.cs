using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CredentialProviderV1;

[Message]
[Kind("credentialprovider.kubelet.k8s.io", "v1")]
public sealed partial record CredentialProviderRequest
{
    [Field(Always = true)]
    public partial string Image { get; init; }

    [Field]
    public partial string ServiceAccountToken { get; init; }

    [Field]
    public partial ValueMap<string> ServiceAccountAnnotations { get; init; }
}
