using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CertificatesV1Beta1;

/// <summary>Asks a signer for a certificate for a pod; made by the kubelet.</summary>
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

/// <summary>What is asked for and for whom. Fixed.</summary>
[Message("k8s.io.api.certificates.v1beta1")]
public sealed partial record PodCertificateRequestSpec
{
    /// <summary>The signer.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string SignerName { get; init; }

    /// <summary>The pod.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string PodName { get; init; }

    /// <summary>The pod's uid.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string PodUID { get; init; }

    /// <summary>The pod's account.</summary>
    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string ServiceAccountName { get; init; }

    /// <summary>The account's uid.</summary>
    [Field(5, Always = true, Required = true, Default = "\"\"")]
    public partial string ServiceAccountUID { get; init; }

    /// <summary>The pod's node.</summary>
    [Field(6, Always = true, Required = true, Default = "\"\"")]
    public partial string NodeName { get; init; }

    /// <summary>The node's uid.</summary>
    [Field(7, Always = true, Required = true, Default = "\"\"")]
    public partial string NodeUID { get; init; }

    /// <summary>The longest validity accepted, 3600 to 7862400 s; 86400 by default.</summary>
    [Field(8, Default = "86400")]
    public partial int? MaxExpirationSeconds { get; init; }

    /// <summary>The public key, in PKIX form.</summary>
    [Field(9, Always = true)]
    public partial Bytes PkixPublicKey { get; init; }

    /// <summary>The pod's uid signed with the private key.</summary>
    [Field(10, Always = true)]
    public partial Bytes ProofOfPossession { get; init; }

    /// <summary>A request signed with the private key, that has the key and nothing else.</summary>
    [Field(12, Always = true, Required = true)]
    public partial Bytes StubPKCS10Request { get; init; }

    /// <summary>Texts from the pod, which nobody has checked.</summary>
    [Field(11)]
    public partial ValueMap<string> UnverifiedUserAnnotations { get; init; }
}

/// <summary>What became of it.</summary>
[Message("k8s.io.api.certificates.v1beta1")]
public sealed partial record PodCertificateRequestStatus
{
    /// <summary>Issued, Denied, Failed.</summary>
    [Field(1, ListType = "map", MapKeys = "type", Patch = "merge", MergeKey = "type")]
    public partial ValueList<Condition> Conditions { get; init; }

    /// <summary>The certificate and its chain in PEM form.</summary>
    [Field(2)]
    public partial string CertificateChain { get; init; }

    /// <summary>From when it is valid.</summary>
    [Field(4)]
    public partial Time? NotBefore { get; init; }

    /// <summary>When to ask for the next.</summary>
    [Field(5)]
    public partial Time? BeginRefreshAt { get; init; }

    /// <summary>Until when it is valid.</summary>
    [Field(6)]
    public partial Time? NotAfter { get; init; }
}
