using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.CoreV1;

/// <summary>Several sources in one directory.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ProjectedVolumeSource
{
    /// <summary>The sources, whose paths must not collide.</summary>
    [Field(1, Always = true, ListType = "atomic")]
    public partial ValueList<VolumeProjection> Sources { get; init; }

    /// <summary>File permissions, 0 to 0777. 0644 by default.</summary>
    [Field(2)]
    public partial int? DefaultMode { get; init; }
}

/// <summary>One source of a projected volume; exactly one is set.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record VolumeProjection
{
    /// <summary>Keys of a Secret.</summary>
    [Field(1)]
    public partial SecretProjection? Secret { get; init; }

    /// <summary>Fields of the pod.</summary>
    [Field(2)]
    public partial DownwardAPIProjection? DownwardAPI { get; init; }

    /// <summary>Keys of a ConfigMap.</summary>
    [Field(3)]
    public partial ConfigMapProjection? ConfigMap { get; init; }

    /// <summary>A token of the pod's service account, renewed before it expires.</summary>
    [Field(4)]
    public partial ServiceAccountTokenProjection? ServiceAccountToken { get; init; }

    /// <summary>Certificates of authorities that the cluster trusts.</summary>
    [Field(5)]
    public partial ClusterTrustBundleProjection? ClusterTrustBundle { get; init; }

    /// <summary>A private key and certificate made for this pod.</summary>
    [Field(6)]
    public partial PodCertificateProjection? PodCertificate { get; init; }
}

/// <summary>Trusted certificates in one file. Either name or signerName is set.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ClusterTrustBundleProjection
{
    /// <summary>The one ClusterTrustBundle.</summary>
    [Field(1)]
    public partial string? Name { get; init; }

    /// <summary>The signer whose bundles are joined.</summary>
    [Field(2)]
    public partial string? SignerName { get; init; }

    /// <summary>Narrows the signer's bundles; unset takes none, empty all.</summary>
    [Field(3)]
    public partial LabelSelector? LabelSelector { get; init; }

    /// <summary>Whether the bundles may be missing.</summary>
    [Field(5)]
    public partial bool? Optional { get; init; }

    /// <summary>The file's path in the volume.</summary>
    [Field(4, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }
}

/// <summary>Keys of a ConfigMap.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ConfigMapProjection
{
    /// <summary>The ConfigMap's name.</summary>
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    /// <summary>The keys to show and under which paths; all when empty.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<KeyToPath> Items { get; init; }

    /// <summary>Whether the ConfigMap and the keys listed may be missing.</summary>
    [Field(4)]
    public partial bool? Optional { get; init; }
}

/// <summary>Fields of the pod.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record DownwardAPIProjection
{
    /// <summary>The files.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<DownwardAPIVolumeFile> Items { get; init; }
}

/// <summary>A key made on the node and the certificate that a signer gave for it, renewed as it ages.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record PodCertificateProjection
{
    /// <summary>The signer asked.</summary>
    [Field(1, Required = true)]
    public partial string SignerName { get; init; }

    /// <summary><c>RSA3072</c>, <c>RSA4096</c>, <c>ECDSAP256</c>, <c>ECDSAP384</c>, <c>ECDSAP521</c> or <c>ED25519</c>.</summary>
    [Field(2, Required = true)]
    public partial string KeyType { get; init; }

    /// <summary>The longest validity accepted, 3600 to 7862400 s; 86400 by default.</summary>
    [Field(3)]
    public partial int? MaxExpirationSeconds { get; init; }

    /// <summary>The file with key and certificate chain together.</summary>
    [Field(4)]
    public partial string CredentialBundlePath { get; init; }

    /// <summary>The file with the key alone.</summary>
    [Field(5)]
    public partial string KeyPath { get; init; }

    /// <summary>The file with the chain alone.</summary>
    [Field(6)]
    public partial string CertificateChainPath { get; init; }

    /// <summary>Texts passed on to the signer.</summary>
    [Field(7)]
    public partial ValueMap<string> UserAnnotations { get; init; }
}

/// <summary>Keys of a Secret.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record SecretProjection
{
    /// <summary>The Secret's name.</summary>
    [Field(1, Inline = true)]
    public partial LocalObjectReference LocalObjectReference { get; init; }

    /// <summary>The keys to show and under which paths; all when empty.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<KeyToPath> Items { get; init; }

    /// <summary>Whether the Secret and the keys listed may be missing.</summary>
    [Field(4)]
    public partial bool? Optional { get; init; }
}

/// <summary>A token of the pod's service account.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ServiceAccountTokenProjection
{
    /// <summary>Whom the token is for; the API server when unset. Others must refuse it.</summary>
    [Field(1)]
    public partial string Audience { get; init; }

    /// <summary>How long the token is valid, at least 600 s; 3600 by default. It is renewed at 80 % of its life or after 24 h.</summary>
    [Field(2)]
    public partial long? ExpirationSeconds { get; init; }

    /// <summary>The file's path in the volume.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Path { get; init; }
}
