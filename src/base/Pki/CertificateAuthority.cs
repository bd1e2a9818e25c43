using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki;

/// <summary>A certificate with its key that signs others. Thread safe.</summary>
public sealed class CertificateAuthority(X509Certificate2 certificate, AsymmetricAlgorithm key, TimeProvider time)
{
    private const string OidServerAuth = "1.3.6.1.5.5.7.3.1";
    private const string OidClientAuth = "1.3.6.1.5.5.7.3.2";

    /// <summary>The authority's certificate, without key.</summary>
    public X509Certificate2 Certificate { get; } = certificate;

    /// <summary>Its private key.</summary>
    public AsymmetricAlgorithm Key { get; } = key;

    /// <summary>The certificate as PEM.</summary>
    public string CertificatePem => Certificate.ExportCertificatePem() + "\n";

    /// <summary>A new self-signed authority, valid ten years unless said otherwise; its key is ECDSA P-256 unless given.</summary>
    public static CertificateAuthority Create(string commonName, TimeProvider time, TimeSpan? validity = null, AsymmetricAlgorithm? key = null)
    {
        key ??= KeyFactory.NewEcdsa();
        var name = new DistinguishedName(commonName, []).Encode();
        var request = Request(name, PublicKeyOf(key));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(AlternativeNames([commonName], []));
        var now = time.GetUtcNow();
        var certificate = request.Create(name, Signer(key), now.AddMinutes(-5), now + (validity ?? TimeSpan.FromDays(3650)), NewSerial());
        return new CertificateAuthority(certificate, key, time);
    }

    /// <summary>Reads an authority from PEM files.</summary>
    public static CertificateAuthority Load(string certificatePath, string keyPath, TimeProvider time) =>
        FromPem(File.ReadAllText(certificatePath), File.ReadAllText(keyPath), time);

    /// <summary>Reads an authority from PEM texts.</summary>
    public static CertificateAuthority FromPem(string certificatePem, string keyPem, TimeProvider time) =>
        new(X509Certificate2.CreateFromPem(certificatePem), KeyFactory.FromPem(keyPem), time);

    /// <summary>Issues a leaf with a new ECDSA key.</summary>
    public IssuedCertificate Issue(CertificateTemplate template) => Issue(template, KeyFactory.NewEcdsa());

    /// <summary>Issues a leaf for a key.</summary>
    public IssuedCertificate Issue(CertificateTemplate template, AsymmetricAlgorithm leafKey)
    {
        var request = Request(new DistinguishedName(template.CommonName, template.Organizations).Encode(), PublicKeyOf(leafKey));
        AddLeafExtensions(request, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, Purposes(template.Purpose));
        if (template.DnsNames.Count + template.IpAddresses.Count > 0)
        {
            request.CertificateExtensions.Add(AlternativeNames(template.DnsNames, template.IpAddresses));
        }
        var now = time.GetUtcNow();
        return new IssuedCertificate(Sign(request, now.AddMinutes(-5), now + template.Validity), leafKey);
    }

    /// <summary>
    /// Signs a certificate signing request: subject, key and alternative names are taken over, usages are those given
    /// (names of certificates.k8s.io/v1), and it never outlives the authority.
    /// </summary>
    public X509Certificate2 Sign(SigningRequest csr, IEnumerable<string> usages, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var request = Request(csr.RawSubject, csr.PublicKey);
        var (keyUsage, purposes) = CertificateUsages.Encode(usages);
        AddLeafExtensions(request, keyUsage, purposes);
        if (csr.AlternativeNames is { } names)
        {
            request.CertificateExtensions.Add(names);
        }
        return Sign(request, notBefore, notAfter);
    }

    private X509Certificate2 Sign(CertificateRequest request, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var last = new DateTimeOffset(Certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        return request.Create(Certificate.SubjectName, Signer(Key), notBefore, notAfter < last ? notAfter : last, NewSerial());
    }

    private void AddLeafExtensions(CertificateRequest request, X509KeyUsageFlags usage, OidCollection purposes)
    {
        if (usage != X509KeyUsageFlags.None)
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        }
        if (purposes.Count > 0)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(purposes, false));
        }
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        if (Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } id)
        {
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(id));
        }
    }

    internal static PublicKey PublicKeyOf(AsymmetricAlgorithm key) => key switch
    {
        ECDsa ecdsa => new PublicKey(ecdsa),
        RSA rsa => new PublicKey(rsa),
        _ => throw new ArgumentException("only RSA and ECDSA keys are known", nameof(key)),
    };

    internal static X509Extension AlternativeNames(IEnumerable<string> dnsNames, IEnumerable<IPAddress> addresses)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in dnsNames)
        {
            names.AddDnsName(name);
        }
        foreach (var address in addresses)
        {
            names.AddIpAddress(address);
        }
        return names.Build();
    }

    internal static OidCollection Purposes(KeyPurpose purpose)
    {
        var oids = new OidCollection();
        if (purpose.HasFlag(KeyPurpose.Server))
        {
            oids.Add(new Oid(OidServerAuth));
        }
        if (purpose.HasFlag(KeyPurpose.Client))
        {
            oids.Add(new Oid(OidClientAuth));
        }
        return oids;
    }

    private static CertificateRequest Request(X500DistinguishedName subject, PublicKey key) =>
        new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static X509SignatureGenerator Signer(AsymmetricAlgorithm key) => key switch
    {
        ECDsa ecdsa => X509SignatureGenerator.CreateForECDsa(ecdsa),
        RSA rsa => X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1),
        _ => throw new ArgumentException("only RSA and ECDSA keys are known", nameof(key)),
    };

    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7f) | 0x40);
        return serial;
    }
}
