using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CredentialProviderV1;

/// <summary>Asks a program for the credentials of an image.</summary>
[Message]
[Kind("credentialprovider.kubelet.k8s.io", "v1")]
public sealed partial record CredentialProviderRequest
{
    /// <summary>The image.</summary>
    [Field(Always = true)]
    public partial string Image { get; init; }

    /// <summary>A token of the pod's account.</summary>
    [Field]
    public partial string ServiceAccountToken { get; init; }

    /// <summary>Annotations of the account.</summary>
    [Field]
    public partial ValueMap<string> ServiceAccountAnnotations { get; init; }
}
