using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CertificatesV1;

/// <summary>Asks a signer for a certificate. It must be approved and is deleted some time after.</summary>
[Message("k8s.io.api.certificates.v1")]
[Kind("certificates.k8s.io", "v1", Plural = "certificatesigningrequests", ShortNames = "csr")]
public sealed partial record CertificateSigningRequest
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial CertificateSigningRequestSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial CertificateSigningRequestStatus Status { get; init; }
}

[Message("k8s.io.api.certificates.v1")]
[Kind("certificates.k8s.io", "v1")]
public sealed partial record CertificateSigningRequestList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<CertificateSigningRequest> Items { get; init; }
}

/// <summary>A decision on a request.</summary>
/// <inheritdoc cref="MetaV1.Condition"/>
[Message("k8s.io.api.certificates.v1")]
public sealed partial record CertificateSigningRequestCondition
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Type { get; init; }

    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string Status { get; init; }

    [Field(2)]
    public partial string Reason { get; init; }

    [Field(3)]
    public partial string Message { get; init; }

    /// <summary>When this was last written.</summary>
    [Field(4, Always = true)]
    public partial Time LastUpdateTime { get; init; }

    [Field(5, Always = true)]
    public partial Time LastTransitionTime { get; init; }
}

/// <summary>What is asked for and by whom. Fixed.</summary>
[Message("k8s.io.api.certificates.v1")]
public sealed partial record CertificateSigningRequestSpec
{
    /// <summary>The PKCS#10 request in PEM form, base64 in JSON.</summary>
    [Field(1, Always = true, Required = true)]
    public partial Bytes Request { get; init; }

    /// <summary>The signer, such as <c>kubernetes.io/kube-apiserver-client</c>.</summary>
    [Field(7, Always = true, Required = true, Default = "\"\"")]
    public partial string SignerName { get; init; }

    /// <summary>The validity wished, at least 600 s; the signer may give less.</summary>
    [Field(8)]
    public partial int? ExpirationSeconds { get; init; }

    /// <summary>What the key is for, such as <c>digital signature</c> and <c>client auth</c>.</summary>
    [Field(5, ListType = "atomic")]
    public partial ValueList<string> Usages { get; init; }

    /// <summary>Who asks; filled in by the server.</summary>
    [Field(2)]
    public partial string Username { get; init; }

    /// <summary>The asker's uid; filled in by the server.</summary>
    [Field(3)]
    public partial string Uid { get; init; }

    /// <summary>The asker's groups; filled in by the server.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<string> Groups { get; init; }

    /// <summary>More on the asker; filled in by the server.</summary>
    [Field(6)]
    public partial ValueMap<StringList> Extra { get; init; }
}

/// <summary>What became of it.</summary>
[Message("k8s.io.api.certificates.v1")]
public sealed partial record CertificateSigningRequestStatus
{
    /// <summary>Approved, Denied, Failed.</summary>
    [Field(1, ListType = "map", MapKeys = "type")]
    public partial ValueList<CertificateSigningRequestCondition> Conditions { get; init; }

    /// <summary>The certificate and its chain in PEM form, base64 in JSON.</summary>
    [Field(2)]
    public partial Bytes Certificate { get; init; }
}
