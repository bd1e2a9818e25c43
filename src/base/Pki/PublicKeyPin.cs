using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki;

/// <summary>kubeadm's <c>--discovery-token-ca-cert-hash</c>: the SHA-256 of a certificate's public key info (RFC 7469).</summary>
public static class PublicKeyPin
{
    /// <summary>"sha256:" and 64 hex digits.</summary>
    public static string Of(X509Certificate2 certificate) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
}
