using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CertificatesV1Alpha1;

/// <inheritdoc cref="CertificatesV1Beta1.ClusterTrustBundle"/>
[Message("k8s.io.api.certificates.v1alpha1")]
[Kind("certificates.k8s.io", "v1alpha1", Plural = "clustertrustbundles")]
public sealed partial record ClusterTrustBundle
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial ClusterTrustBundleSpec Spec { get; init; }
}

[Message("k8s.io.api.certificates.v1alpha1")]
[Kind("certificates.k8s.io", "v1alpha1")]
public sealed partial record ClusterTrustBundleList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<ClusterTrustBundle> Items { get; init; }
}

/// <inheritdoc cref="CertificatesV1Beta1.ClusterTrustBundleSpec"/>
[Message("k8s.io.api.certificates.v1alpha1")]
public sealed partial record ClusterTrustBundleSpec
{
    [Field(1)]
    public partial string SignerName { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string TrustBundle { get; init; }
}
