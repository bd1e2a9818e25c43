using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CertificatesV1Beta1;

[Message("k8s.io.api.certificates.v1beta1")]
[Kind("certificates.k8s.io", "v1beta1", Plural = "podcertificaterequests", Namespaced = true)]
public sealed partial record PodCertificateRequest
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial PodCertificateRequestSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial PodCertificateRequestStatus Status { get; init; }
}

[Message("k8s.io.api.certificates.v1beta1")]
[Kind("certificates.k8s.io", "v1beta1")]
public sealed partial record PodCertificateRequestList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<PodCertificateRequest> Items { get; init; }
}

[Message("k8s.io.api.certificates.v1beta1")]
public sealed partial record PodCertificateRequestSpec
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string SignerName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string PodName { get; init; }

    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string PodUID { get; init; }

    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string ServiceAccountName { get; init; }

    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string ServiceAccountUID { get; init; }

    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string NodeName { get; init; }

    [Field(7, Always = true, Required = true, Default = "\"\"")]
    public partial string NodeUID { get; init; }

    [Field(8, Default = "86400")]
    public partial int? MaxExpirationSeconds { get; init; }

    [Field(9, Always = true)]
    public partial Bytes PkixPublicKey { get; init; }

    [Field(10, Always = true)]
    public partial Bytes ProofOfPossession { get; init; }

    [Field(12, Always = true, Required = true)]
    public partial Bytes StubPKCS10Request { get; init; }

    [Field(11)]
    public partial ValueMap<string> UnverifiedUserAnnotations { get; init; }
}

[Message("k8s.io.api.certificates.v1beta1")]
public sealed partial record PodCertificateRequestStatus
{
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }

    [Field(2)]
    public partial string CertificateChain { get; init; }

    [Field(4)]
    public partial Time? NotBefore { get; init; }

    [Field(5)]
    public partial Time? BeginRefreshAt { get; init; }

    [Field(6)]
    public partial Time? NotAfter { get; init; }
}
