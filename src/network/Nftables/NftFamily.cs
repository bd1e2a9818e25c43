namespace Cybernetes.Nftables;

/// <summary>The address family of an nftables table.</summary>
public enum NftFamily
{
    /// <summary>IPv4 packets.</summary>
    Ip,

    /// <summary>IPv6 packets.</summary>
    Ip6,
}

/// <summary>The words nft uses for a family.</summary>
public static class NftFamilyNames
{
    /// <summary>"ip" or "ip6": both the table family and the header keyword.</summary>
    public static string Keyword(this NftFamily family) => family == NftFamily.Ip ? "ip" : "ip6";

    /// <summary>The families this machine speaks.</summary>
    public static NftFamily[] OfThisMachine() =>
        System.Net.Sockets.Socket.OSSupportsIPv6 ? [NftFamily.Ip, NftFamily.Ip6] : [NftFamily.Ip];

    /// <summary>The set type of an address: "ipv4_addr" or "ipv6_addr".</summary>
    public static string AddressType(this NftFamily family) => family == NftFamily.Ip ? "ipv4_addr" : "ipv6_addr";
}
