using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ClientAuthenticationV1Beta1;

/// <inheritdoc cref="ClientAuthenticationV1.ExecCredential"/>
[Message]
[Kind("client.authentication.k8s.io", "v1beta1")]
public sealed partial record ExecCredential
{
    [Field(Always = true)]
    public partial ExecCredentialSpec Spec { get; init; }

    [Field]
    public partial ExecCredentialStatus? Status { get; init; }
}

/// <inheritdoc cref="ClientAuthenticationV1.ExecCredentialSpec"/>
[Message]
public sealed partial record ExecCredentialSpec
{
    [Field]
    public partial Cluster? Cluster { get; init; }

    [Field(Always = true)]
    public partial bool Interactive { get; init; }
}

/// <inheritdoc cref="ClientAuthenticationV1.ExecCredentialStatus"/>
[Message]
public sealed partial record ExecCredentialStatus
{
    [Field]
    public partial Time? ExpirationTimestamp { get; init; }

    [Field]
    public partial string Token { get; init; }

    [Field]
    public partial string ClientCertificateData { get; init; }

    [Field]
    public partial string ClientKeyData { get; init; }
}

/// <inheritdoc cref="ClientAuthenticationV1.Cluster"/>
[Message]
public sealed partial record Cluster
{
    [Field(Always = true)]
    public partial string Server { get; init; }

    [Field(Json = "tls-server-name")]
    public partial string TlsServerName { get; init; }

    [Field(Json = "insecure-skip-tls-verify")]
    public partial bool InsecureSkipTlsVerify { get; init; }

    [Field(Json = "certificate-authority-data")]
    public partial Bytes CertificateAuthorityData { get; init; }

    [Field(Json = "proxy-url")]
    public partial string ProxyUrl { get; init; }

    [Field(Json = "disable-compression")]
    public partial bool DisableCompression { get; init; }

    [Field(Always = true)]
    public partial RawExtension Config { get; init; }
}
