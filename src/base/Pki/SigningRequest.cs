using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki;

/// <summary>A PKCS#10 request whose own signature has been checked.</summary>
public sealed class SigningRequest
{
    private SigningRequest(CertificateRequest request)
    {
        RawSubject = request.SubjectName;
        PublicKey = request.PublicKey;
        Subject = DistinguishedName.Parse(request.SubjectName.RawData);
        AlternativeNames = request.CertificateExtensions.FirstOrDefault(e => e.Oid?.Value == "2.5.29.17");
        if (AlternativeNames is not null)
        {
            Names = SubjectNames.Parse(AlternativeNames.RawData);
        }
    }

    /// <summary>CN and O.</summary>
    public DistinguishedName Subject { get; }

    /// <summary>What the subject asks to be valid for.</summary>
    public SubjectNames Names { get; } = SubjectNames.Empty;

    /// <summary>The requester's public key.</summary>
    public PublicKey PublicKey { get; }

    internal X500DistinguishedName RawSubject { get; }

    internal X509Extension? AlternativeNames { get; }

    /// <summary>Reads the one CERTIFICATE REQUEST block of a PEM text. Throws <see cref="CryptographicException"/>.</summary>
    public static SigningRequest FromPem(string pem)
    {
        var block = PemText.Blocks(pem).FirstOrDefault();
        if (block?.Label != "CERTIFICATE REQUEST")
        {
            throw new CryptographicException("PEM block type must be CERTIFICATE REQUEST");
        }
        return new SigningRequest(CertificateRequest.LoadSigningRequest(
            block.Bytes, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions, RSASignaturePadding.Pkcs1));
    }

    /// <summary>Makes a request for a key, as PEM: what a node or <c>kubeadm</c> sends.</summary>
    public static string Create(DistinguishedName subject, AsymmetricAlgorithm key, IEnumerable<string>? dnsNames = null, IEnumerable<IPAddress>? addresses = null)
    {
        var request = key switch
        {
            ECDsa ecdsa => new CertificateRequest(subject.Encode(), ecdsa, HashAlgorithmName.SHA256),
            RSA rsa => new CertificateRequest(subject.Encode(), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => throw new ArgumentException("only RSA and ECDSA keys are known", nameof(key)),
        };
        string[] names = [.. dnsNames ?? []];
        IPAddress[] ips = [.. addresses ?? []];
        if (names.Length + ips.Length > 0)
        {
            request.CertificateExtensions.Add(CertificateAuthority.AlternativeNames(names, ips));
        }
        return request.CreateSigningRequestPem() + "\n";
    }
}
