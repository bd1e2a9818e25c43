using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki;

/// <summary>A new certificate and the key it was issued for.</summary>
public sealed record IssuedCertificate(X509Certificate2 Certificate, AsymmetricAlgorithm Key)
{
    /// <summary>The certificate as PEM.</summary>
    public string CertificatePem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>The private key as PEM.</summary>
    public string KeyPem => KeyFactory.ToPem(Key);

    /// <summary>The certificate joined with its key, for TLS.</summary>
    public X509Certificate2 WithKey() => Join(Certificate, Key);

    /// <summary>Writes both files, the key readable by its owner only.</summary>
    public void WriteTo(string certificatePath, string keyPath)
    {
        AtomicFile.Write(keyPath, KeyPem, AtomicFile.OwnerOnly);
        AtomicFile.Write(certificatePath, CertificatePem, AtomicFile.WorldReadable);
    }

    internal static X509Certificate2 Join(X509Certificate2 certificate, AsymmetricAlgorithm key) => key switch
    {
        ECDsa ecdsa => certificate.CopyWithPrivateKey(ecdsa),
        RSA rsa => certificate.CopyWithPrivateKey(rsa),
        _ => throw new ArgumentException("only RSA and ECDSA keys are known", nameof(key)),
    };
}
