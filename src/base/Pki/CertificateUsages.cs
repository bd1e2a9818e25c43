using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki;

/// <summary>The usage names of certificates.k8s.io/v1 and what they are in a certificate.</summary>
public static class CertificateUsages
{
    private static readonly Dictionary<string, X509KeyUsageFlags> _keyUsages = new(StringComparer.Ordinal)
    {
        ["signing"] = X509KeyUsageFlags.DigitalSignature,
        ["digital signature"] = X509KeyUsageFlags.DigitalSignature,
        ["content commitment"] = X509KeyUsageFlags.NonRepudiation,
        ["key encipherment"] = X509KeyUsageFlags.KeyEncipherment,
        ["key agreement"] = X509KeyUsageFlags.KeyAgreement,
        ["data encipherment"] = X509KeyUsageFlags.DataEncipherment,
        ["cert sign"] = X509KeyUsageFlags.KeyCertSign,
        ["crl sign"] = X509KeyUsageFlags.CrlSign,
        ["encipher only"] = X509KeyUsageFlags.EncipherOnly,
        ["decipher only"] = X509KeyUsageFlags.DecipherOnly,
    };

    private static readonly Dictionary<string, string> _purposes = new(StringComparer.Ordinal)
    {
        ["any"] = "2.5.29.37.0",
        ["server auth"] = "1.3.6.1.5.5.7.3.1",
        ["client auth"] = "1.3.6.1.5.5.7.3.2",
        ["code signing"] = "1.3.6.1.5.5.7.3.3",
        ["email protection"] = "1.3.6.1.5.5.7.3.4",
        ["s/mime"] = "1.3.6.1.5.5.7.3.4",
        ["ipsec end system"] = "1.3.6.1.5.5.7.3.5",
        ["ipsec tunnel"] = "1.3.6.1.5.5.7.3.6",
        ["ipsec user"] = "1.3.6.1.5.5.7.3.7",
        ["timestamping"] = "1.3.6.1.5.5.7.3.8",
        ["ocsp signing"] = "1.3.6.1.5.5.7.3.9",
        ["microsoft sgc"] = "1.3.6.1.4.1.311.10.3.3",
        ["netscape sgc"] = "2.16.840.1.113730.4.1",
    };

    /// <summary>Key usage bits and extended usages for a list of names. Throws <see cref="ArgumentException"/> for an unknown one.</summary>
    public static (X509KeyUsageFlags KeyUsage, OidCollection Purposes) Encode(IEnumerable<string> usages)
    {
        var flags = X509KeyUsageFlags.None;
        var oids = new OidCollection();
        foreach (var usage in usages)
        {
            if (_keyUsages.TryGetValue(usage, out var flag))
            {
                flags |= flag;
            }
            else if (_purposes.TryGetValue(usage, out var oid))
            {
                oids.Add(new Oid(oid));
            }
            else
            {
                throw new ArgumentException($"unrecognized usage values: [{usage}]");
            }
        }
        return (flags, oids);
    }
}
