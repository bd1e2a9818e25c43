using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Cybernetes.Pki;

/// <summary>
/// The parts of a certificate subject that Kubernetes reads: CN is the user's name, O its groups. Encodes as Go does
/// (all O values in one set), and reads multi-valued sets, which the platform's own parser does not.
/// </summary>
public sealed record DistinguishedName(string CommonName, IReadOnlyList<string> Organizations)
{
    private const string OidCommonName = "2.5.4.3";
    private const string OidOrganization = "2.5.4.10";

    /// <summary>Reads a DER-encoded name; unknown attributes are skipped.</summary>
    public static DistinguishedName Parse(ReadOnlyMemory<byte> der)
    {
        var commonName = "";
        var organizations = new List<string>();
        var sequence = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        while (sequence.HasData)
        {
            var set = sequence.ReadSetOf(skipSortOrderValidation: true);
            while (set.HasData)
            {
                var attribute = set.ReadSequence();
                var oid = attribute.ReadObjectIdentifier();
                if (oid is not (OidCommonName or OidOrganization) || ReadText(attribute) is not { } text)
                {
                    continue;
                }
                if (oid == OidCommonName)
                {
                    commonName = text;
                }
                else
                {
                    organizations.Add(text);
                }
            }
        }
        return new DistinguishedName(commonName, organizations);
    }

    /// <summary>The subject of a certificate.</summary>
    public static DistinguishedName Of(X509Certificate2 certificate) => Parse(certificate.SubjectName.RawData);

    /// <summary>The DER encoding.</summary>
    public X500DistinguishedName Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (Organizations.Count > 0)
            {
                using (writer.PushSetOf())
                {
                    foreach (var organization in Organizations)
                    {
                        Write(writer, OidOrganization, organization);
                    }
                }
            }
            if (CommonName.Length > 0)
            {
                using (writer.PushSetOf())
                {
                    Write(writer, OidCommonName, CommonName);
                }
            }
        }
        return new X500DistinguishedName(writer.Encode());
    }

    /// <summary>As Go prints a name: "CN=x,O=y".</summary>
    public override string ToString() =>
        string.Join(",", new[] { "CN=" + CommonName }.Concat(Organizations.Select(o => "O=" + o)).Where(p => p != "CN="));

    private static void Write(AsnWriter writer, string oid, string text)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            var printable = text.All(c => char.IsAsciiLetterOrDigit(c) || " '()+,-./:=?".Contains(c));
            writer.WriteCharacterString(printable ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String, text);
        }
    }

    private static string? ReadText(AsnReader reader)
    {
        var tag = reader.PeekTag();
        if (tag.TagClass != TagClass.Universal)
        {
            return null;
        }
        var kind = (UniversalTagNumber)tag.TagValue;
        return kind is UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.T61String
            ? reader.ReadCharacterString(kind)
            : null;
    }
}
