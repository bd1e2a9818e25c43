using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.ClientAuthenticationV1;

/// <summary>What a program that gives credentials is asked and answers.</summary>
[Message]
[Kind("client.authentication.k8s.io", "v1")]
public sealed partial record ExecCredential
{
    [Field(Always = true)]
    public partial ExecCredentialSpec Spec { get; init; }

    [Field]
    public partial ExecCredentialStatus? Status { get; init; }
}

/// <summary>What is asked.</summary>
[Message]
public sealed partial record ExecCredentialSpec
{
    /// <summary>The cluster.</summary>
    [Field]
    public partial Cluster? Cluster { get; init; }

    /// <summary>Whether the program may ask the person.</summary>
    [Field(Always = true)]
    public partial bool Interactive { get; init; }
}

/// <summary>The credentials: a token, or certificate and key, or both.</summary>
[Message]
public sealed partial record ExecCredentialStatus
{
    /// <summary>Until when they are good.</summary>
    [Field]
    public partial Time? ExpirationTimestamp { get; init; }

    /// <summary>The token.</summary>
    [Field]
    public partial string Token { get; init; }

    /// <summary>The certificate in PEM form.</summary>
    [Field]
    public partial string ClientCertificateData { get; init; }

    /// <summary>The key in PEM form.</summary>
    [Field]
    public partial string ClientKeyData { get; init; }
}

/// <summary>The cluster that credentials are for.</summary>
[Message]
public sealed partial record Cluster
{
    /// <summary>The API server's address.</summary>
    [Field(Always = true)]
    public partial string Server { get; init; }

    /// <summary>The name to check in its certificate.</summary>
    [Field(Json = "tls-server-name")]
    public partial string TlsServerName { get; init; }

    /// <summary>Whether its certificate goes unchecked.</summary>
    [Field(Json = "insecure-skip-tls-verify")]
    public partial bool InsecureSkipTlsVerify { get; init; }

    /// <summary>The authorities in PEM form.</summary>
    [Field(Json = "certificate-authority-data")]
    public partial Bytes CertificateAuthorityData { get; init; }

    /// <summary>A proxy.</summary>
    [Field(Json = "proxy-url")]
    public partial string ProxyUrl { get; init; }

    /// <summary>Whether answers are not compressed.</summary>
    [Field(Json = "disable-compression")]
    public partial bool DisableCompression { get; init; }

    /// <summary>More, from the kubeconfig's extension.</summary>
    [Field(Always = true)]
    public partial RawExtension Config { get; init; }
}
