using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CertificatesV1Beta1;

/// <summary>Certificates of authorities that pods may trust.</summary>
[Message("k8s.io.api.certificates.v1beta1")]
[Kind("certificates.k8s.io", "v1beta1", Plural = "clustertrustbundles")]
public sealed partial record ClusterTrustBundle
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ClusterTrustBundleSpec Spec { get; init; }
}

[Message("k8s.io.api.certificates.v1beta1")]
[Kind("certificates.k8s.io", "v1beta1")]
public sealed partial record ClusterTrustBundleList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ClusterTrustBundle> Items { get; init; }
}

/// <summary>The certificates and whose they are.</summary>
[Message("k8s.io.api.certificates.v1beta1")]
public sealed partial record ClusterTrustBundleSpec
{
    /// <summary>The signer that they belong to; the object's name then starts with it. Fixed.</summary>
    [Field(1)]
    public partial string SignerName { get; init; }

    /// <summary>The certificates in PEM form, without duplicates.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string TrustBundle { get; init; }
}
