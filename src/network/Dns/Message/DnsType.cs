using System.Globalization;

namespace Cybernetes.Dns.Message;

/// <summary>A resource record type, by its number (RFC 1035, IANA).</summary>
public enum DnsType : ushort
{
#pragma warning disable CS1591 // the names are the registry's
    None = 0,
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    PTR = 12,
    HINFO = 13,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    SRV = 33,
    NAPTR = 35,
    DNAME = 39,
    OPT = 41,
    DS = 43,
    RRSIG = 46,
    NSEC = 47,
    DNSKEY = 48,
    SVCB = 64,
    HTTPS = 65,
    IXFR = 251,
    AXFR = 252,
    ANY = 255,
    CAA = 257,
#pragma warning restore CS1591
}

/// <summary>The outcome of a query (RFC 1035, RFC 6891).</summary>
public enum DnsRcode : ushort
{
#pragma warning disable CS1591
    NOERROR = 0,
    FORMERR = 1,
    SERVFAIL = 2,
    NXDOMAIN = 3,
    NOTIMP = 4,
    REFUSED = 5,
    BADVERS = 16,
#pragma warning restore CS1591
}

/// <summary>Names of types and classes as dig prints them.</summary>
public static class DnsNames
{
    /// <summary>"A", or "TYPE65280" for a number without a name.</summary>
    public static string Text(this DnsType type) => Enum.GetName(type) ?? "TYPE" + ((int)type).ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads <see cref="Text"/>.</summary>
    public static bool TryParseType(string text, out DnsType type) =>
        (Enum.TryParse(text, true, out type) && Enum.IsDefined(type))
        || (text.StartsWith("TYPE", StringComparison.OrdinalIgnoreCase) && ushort.TryParse(text.AsSpan(4), CultureInfo.InvariantCulture, out var number)
            && Set(out type, number));

    /// <summary>"IN", "CH", "HS", "ANY" or "CLASS7".</summary>
    public static string ClassText(ushort number) => number switch
    {
        1 => "IN",
        3 => "CH",
        4 => "HS",
        255 => "ANY",
        _ => "CLASS" + number.ToString(CultureInfo.InvariantCulture),
    };

    private static bool Set(out DnsType type, ushort number)
    {
        type = (DnsType)number;
        return true;
    }
}
