using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CertificatesV1Beta1;

/// <inheritdoc cref="CertificatesV1.CertificateSigningRequest"/>
[Message("k8s.io.api.certificates.v1beta1")]
[Kind("certificates.k8s.io", "v1beta1", Plural = "certificatesigningrequests", ShortNames = "csr")]
public sealed partial record CertificateSigningRequest
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial CertificateSigningRequestSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial CertificateSigningRequestStatus Status { get; init; }
}

[Message("k8s.io.api.certificates.v1beta1")]
[Kind("certificates.k8s.io", "v1beta1")]
public sealed partial record CertificateSigningRequestList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<CertificateSigningRequest> Items { get; init; }
}

/// <inheritdoc cref="CertificatesV1.CertificateSigningRequestCondition"/>
[Message("k8s.io.api.certificates.v1beta1")]
public sealed partial record CertificateSigningRequestCondition
{
    [Field(1, Always = true)]
    public partial string Type { get; init; }

    [Field(6, Always = true)]
    public partial string Status { get; init; }

    [Field(2)]
    public partial string Reason { get; init; }

    [Field(3)]
    public partial string Message { get; init; }

    [Field(4, Always = true)]
    public partial Time LastUpdateTime { get; init; }

    [Field(5, Always = true)]
    public partial Time LastTransitionTime { get; init; }
}

/// <inheritdoc cref="CertificatesV1.CertificateSigningRequestSpec"/>
[Message("k8s.io.api.certificates.v1beta1")]
public sealed partial record CertificateSigningRequestSpec
{
    [Field(1, Always = true)]
    public partial Bytes Request { get; init; }

    [Field(7)]
    public partial string? SignerName { get; init; }

    [Field(8)]
    public partial int? ExpirationSeconds { get; init; }

    [Field(5)]
    public partial ValueList<string> Usages { get; init; }

    [Field(2)]
    public partial string Username { get; init; }

    [Field(3)]
    public partial string Uid { get; init; }

    [Field(4)]
    public partial ValueList<string> Groups { get; init; }

    [Field(6)]
    public partial ValueMap<StringList> Extra { get; init; }
}

/// <inheritdoc cref="CertificatesV1.CertificateSigningRequestStatus"/>
[Message("k8s.io.api.certificates.v1beta1")]
public sealed partial record CertificateSigningRequestStatus
{
    [Field(1)]
    public partial ValueList<CertificateSigningRequestCondition> Conditions { get; init; }

    [Field(2)]
    public partial Bytes Certificate { get; init; }
}
