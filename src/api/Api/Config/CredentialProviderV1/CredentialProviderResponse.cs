using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CredentialProviderV1;

/// <summary>The credentials.</summary>
[Message]
[Kind("credentialprovider.kubelet.k8s.io", "v1")]
public sealed partial record CredentialProviderResponse
{
    /// <summary><c>Image</c>, <c>Registry</c> or <c>Global</c>: for what they may be kept.</summary>
    [Field(Always = true)]
    public partial string CacheKeyType { get; init; }

    /// <summary>How long they may be kept.</summary>
    [Field]
    public partial Duration? CacheDuration { get; init; }

    /// <summary>By image pattern.</summary>
    [Field]
    public partial ValueMap<AuthConfig> Auth { get; init; }
}
