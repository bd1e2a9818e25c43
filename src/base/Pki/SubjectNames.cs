using System.Formats.Asn1;
using System.Net;

namespace Cybernetes.Pki;

/// <summary>The subject alternative names of a request or certificate (RFC 5280, 4.2.1.6).</summary>
public sealed record SubjectNames(
    IReadOnlyList<string> DnsNames, IReadOnlyList<IPAddress> IpAddresses, IReadOnlyList<string> EmailAddresses, IReadOnlyList<string> Uris)
{
    /// <summary>No names.</summary>
    public static SubjectNames Empty { get; } = new([], [], [], []);

    /// <summary>Reads the extension's value.</summary>
    public static SubjectNames Parse(ReadOnlyMemory<byte> der)
    {
        List<string> dns = [], emails = [], uris = [];
        List<IPAddress> addresses = [];
        var names = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        while (names.HasData)
        {
            var tag = names.PeekTag();
            switch (tag.TagValue)
            {
                case 1:
                    emails.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, tag));
                    break;
                case 2:
                    dns.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, tag));
                    break;
                case 6:
                    uris.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, tag));
                    break;
                case 7:
                    addresses.Add(new IPAddress(names.ReadOctetString(tag)));
                    break;
                default:
                    names.ReadEncodedValue();
                    break;
            }
        }
        return new SubjectNames(dns, addresses, emails, uris);
    }
}
