namespace Cybernetes.ApiServer.Authentication;

/// <summary>The keys of <see cref="UserInfo.Extra"/> that authentication sets.</summary>
public static class UserExtra
{
    /// <summary>Which credential was shown: a certificate's or token's identity.</summary>
    public const string CredentialId = "authentication.kubernetes.io/credential-id";

    /// <summary>The pod that a token is bound to.</summary>
    public const string PodName = "authentication.kubernetes.io/pod-name";

    /// <summary>That pod's uid.</summary>
    public const string PodUid = "authentication.kubernetes.io/pod-uid";

    /// <summary>The node of the pod, or that a token is bound to.</summary>
    public const string NodeName = "authentication.kubernetes.io/node-name";

    /// <summary>That node's uid.</summary>
    public const string NodeUid = "authentication.kubernetes.io/node-uid";
}
