using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki;

/// <summary>Makes and reads private keys: ECDSA P-256 where we choose, RSA where upstream's tools expect it.</summary>
public static class KeyFactory
{
    /// <summary>A new ECDSA P-256 key.</summary>
    public static ECDsa NewEcdsa() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>A new RSA key of 2048 bits.</summary>
    public static RSA NewRsa() => RSA.Create(2048);

    /// <summary>Reads the first private key of a PEM text (PKCS#8, SEC1 or PKCS#1). Throws <see cref="CryptographicException"/>.</summary>
    public static AsymmetricAlgorithm FromPem(string pem)
    {
        foreach (var label in PemText.Labels(pem))
        {
            if (label is "EC PRIVATE KEY" or "RSA PRIVATE KEY" or "PRIVATE KEY")
            {
                return Import(pem, label);
            }
        }
        throw new CryptographicException("data does not contain a valid RSA or ECDSA private key");
    }

    /// <summary>A private key as PEM, with the label Go's tools write ("EC PRIVATE KEY", "RSA PRIVATE KEY").</summary>
    public static string ToPem(AsymmetricAlgorithm key) => key switch
    {
        ECDsa ecdsa => ecdsa.ExportECPrivateKeyPem() + "\n",
        RSA rsa => rsa.ExportRSAPrivateKeyPem() + "\n",
        _ => throw new ArgumentException("only RSA and ECDSA keys are known", nameof(key)),
    };

    /// <summary>The public half as PEM ("PUBLIC KEY").</summary>
    public static string ToPublicPem(AsymmetricAlgorithm key) => key.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <summary>Every public key of a PEM text: of certificates, public and private keys. Throws when there is none.</summary>
    public static IReadOnlyList<AsymmetricAlgorithm> PublicKeysFromPem(string pem)
    {
        var keys = new List<AsymmetricAlgorithm>();
        foreach (var block in PemText.Blocks(pem))
        {
            switch (block.Label)
            {
                case "CERTIFICATE":
                    using (var certificate = X509CertificateLoader.LoadCertificate(block.Bytes))
                    {
                        keys.Add(FromSubjectPublicKeyInfo(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
                    }
                    break;
                case "PUBLIC KEY":
                    keys.Add(FromSubjectPublicKeyInfo(block.Bytes));
                    break;
                case "RSA PUBLIC KEY":
                    var rsa = RSA.Create();
                    rsa.ImportRSAPublicKey(block.Bytes, out _);
                    keys.Add(rsa);
                    break;
                case "EC PRIVATE KEY" or "RSA PRIVATE KEY" or "PRIVATE KEY":
                    keys.Add(Import(block.Pem, block.Label));
                    break;
            }
        }
        return keys.Count > 0 ? keys : throw new CryptographicException("data does not contain any valid RSA or ECDSA public keys");
    }

    /// <summary>Reads a DER SubjectPublicKeyInfo.</summary>
    public static AsymmetricAlgorithm FromSubjectPublicKeyInfo(byte[] der)
    {
        var key = PublicKey.CreateFromSubjectPublicKeyInfo(der, out _);
        return (AsymmetricAlgorithm?)key.GetRSAPublicKey() ?? key.GetECDsaPublicKey()
            ?? throw new CryptographicException("only RSA and ECDSA public keys are known");
    }

    private static AsymmetricAlgorithm Import(string pem, string label)
    {
        if (label != "RSA PRIVATE KEY")
        {
            var ecdsa = ECDsa.Create();
            try
            {
                ecdsa.ImportFromPem(pem);
                return ecdsa;
            }
            catch (Exception e) when (label == "PRIVATE KEY" && e is CryptographicException or ArgumentException)
            {
                ecdsa.Dispose();
            }
        }
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa;
    }
}
