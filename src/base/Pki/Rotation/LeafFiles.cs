using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki.Rotation;

/// <summary>A leaf kept in files: <c>NAME.crt</c> and <c>NAME.key</c>. Not thread safe; one process keeps the files.</summary>
public sealed class LeafFiles(string directory, string name, TimeProvider time)
{
    /// <summary>The certificate.</summary>
    public string CertificatePath => Path.Combine(directory, name + ".crt");

    /// <summary>The key.</summary>
    public string KeyPath => Path.Combine(directory, name + ".key");

    /// <summary>Follows the files.</summary>
    public ReloadingFile<X509Certificate2> Watch() => CertificateFiles.Watch(CertificatePath, KeyPath, time);

    /// <summary>
    /// Issues the leaf anew where it is missing, due, not signed by the present signer or says something else than wanted, or always. Says what was done; null for nothing.
    /// </summary>
    public string? Keep(CertificateAuthority authority, CertificateTemplate wanted, bool always = false)
    {
        if ((always ? "asked for" : Why(authority, wanted)) is not { } why)
        {
            return null;
        }

        authority.Issue(wanted).WriteTo(CertificatePath, KeyPath);
        return $"issued the certificate {name}: {why}";
    }

    /// <summary>Why a certificate must be issued anew; null where it is good. Pure.</summary>
    public static string? Why(X509Certificate2 there, X509Certificate2 signer, CertificateTemplate wanted, DateTimeOffset now) =>
        RenewalRule.IsDue(there, now) ? $"it ends on {there.NotAfter.ToUniversalTime():yyyy-MM-dd}"
        : !IsSignedBy(there, signer) ? "the authority has changed"
        : !Says(there, wanted) ? "what it is valid for has changed"
        : null;

    /// <summary>What a certificate says, to issue it again.</summary>
    public static CertificateTemplate TemplateOf(X509Certificate2 certificate)
    {
        var subject = DistinguishedName.Parse(certificate.SubjectName.RawData);
        var names = Names(certificate);
        var purposes = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(each => each.EnhancedKeyUsages.Cast<Oid>()).Select(oid => oid.Value).ToHashSet();
        return new CertificateTemplate(subject.CommonName)
        {
            Organizations = subject.Organizations,
            DnsNames = names.DnsNames,
            IpAddresses = names.IpAddresses,
            Purpose = (purposes.Contains("1.3.6.1.5.5.7.3.1") ? KeyPurpose.Server : 0) | (purposes.Contains("1.3.6.1.5.5.7.3.2") ? KeyPurpose.Client : 0),
        };
    }

    private string? Why(CertificateAuthority authority, CertificateTemplate wanted)
    {
        if (!File.Exists(CertificatePath) || !File.Exists(KeyPath))
        {
            return "there was none";
        }

        try
        {
            using var there = CertificateFiles.LoadPair(CertificatePath, KeyPath);
            return Why(there, authority.Certificate, wanted, time.GetUtcNow());
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return $"it could not be read: {e.Message}";
        }
    }

    private static bool IsSignedBy(X509Certificate2 certificate, X509Certificate2 signer)
    {
        var mine = certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier;
        var theirs = signer.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes;
        return mine is null || theirs is null ? certificate.IssuerName.RawData.AsSpan().SequenceEqual(signer.SubjectName.RawData) : mine.Value.Span.SequenceEqual(theirs.Value.Span);
    }

    private static bool Says(X509Certificate2 certificate, CertificateTemplate wanted)
    {
        var there = TemplateOf(certificate);
        return there.CommonName == wanted.CommonName && there.Organizations.ToHashSet().SetEquals(wanted.Organizations) && there.Purpose == wanted.Purpose
            && there.DnsNames.ToHashSet().SetEquals(wanted.DnsNames) && there.IpAddresses.ToHashSet().SetEquals(wanted.IpAddresses);
    }

    private static SubjectNames Names(X509Certificate2 certificate) =>
        certificate.Extensions.FirstOrDefault(each => each.Oid?.Value == "2.5.29.17") is { } names ? SubjectNames.Parse(names.RawData) : SubjectNames.Empty;
}
