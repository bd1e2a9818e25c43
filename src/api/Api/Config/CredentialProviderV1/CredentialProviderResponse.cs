using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CredentialProviderV1;

[Message]
[Kind("credentialprovider.kubelet.k8s.io", "v1")]
public sealed partial record CredentialProviderResponse
{
    [Field(Always = true)]
    public partial string CacheKeyType { get; init; }

    [Field]
    public partial Duration? CacheDuration { get; init; }

    [Field]
    public partial ValueMap<AuthConfig> Auth { get; init; }
}
