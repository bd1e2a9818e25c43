using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CertificatesV1;

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

    [Field(4, Always = true)]
    public partial Time LastUpdateTime { get; init; }

    [Field(5, Always = true)]
    public partial Time LastTransitionTime { get; init; }
}

[Message("k8s.io.api.certificates.v1")]
public sealed partial record CertificateSigningRequestSpec
{
    [Field(1, Always = true, Required = true)]
    public partial Bytes Request { get; init; }

    [Field(7, Always = true, Required = true, Default = "\"\"")]
    public partial string SignerName { get; init; }

    [Field(8)]
    public partial int? ExpirationSeconds { get; init; }

    [Field(5, ListType = "atomic")]
    public partial ValueList<string> Usages { get; init; }

    [Field(2)]
    public partial string Username { get; init; }

    [Field(3)]
    public partial string Uid { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<string> Groups { get; init; }

    [Field(6)]
    public partial ValueMap<StringList> Extra { get; init; }
}

[Message("k8s.io.api.certificates.v1")]
public sealed partial record CertificateSigningRequestStatus
{
    [Field(1, ListType = "map", MapKeys = "type")]
    public partial ValueList<CertificateSigningRequestCondition> Conditions { get; init; }

    [Field(2)]
    public partial Bytes Certificate { get; init; }
}
