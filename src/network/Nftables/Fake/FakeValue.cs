using System.Globalization;
using System.Net;

namespace Cybernetes.Nftables;

/// <summary>Compares values in nft's notation: exact, prefix "10.0.0.0/8", range "80-90", and concatenations of these.</summary>
internal static class FakeValue
{
    /// <summary>Whether the value ("10.1.2.3 . tcp . 85") lies in the pattern ("10.0.0.0/8 . tcp . 80-90").</summary>
    public static bool Matches(string pattern, string value)
    {
        if (pattern == value)
        {
            return true;
        }

        var patterns = pattern.Split(" . ");
        var values = value.Split(" . ");
        return patterns.Length == values.Length && patterns.Zip(values).All(p => PartMatches(p.First, p.Second));
    }

    /// <summary>Why nft would refuse an element; null when it would not.</summary>
    public static string? Invalid(NftSet set, NftElement element)
    {
        if (set.KeyType.StartsWith("typeof ", StringComparison.Ordinal))
        {
            return null;
        }

        var types = set.KeyType.Split(" . ");
        var parts = element.Key.Split(" . ");
        if (types.Length != parts.Length)
        {
            return $"Error: datatype mismatch: {element.Key} in {set.Name}";
        }

        foreach (var (type, part) in types.Zip(parts))
        {
            var sound = type switch
            {
                "ipv4_addr" => IsAddress(part, set.Interval, System.Net.Sockets.AddressFamily.InterNetwork),
                "ipv6_addr" => IsAddress(part, set.Interval, System.Net.Sockets.AddressFamily.InterNetworkV6),
                "inet_service" => part.Split('-').All(p => ushort.TryParse(p, CultureInfo.InvariantCulture, out _)),
                _ => true,
            };
            if (!sound)
            {
                return $"Error: Could not parse {type}: {part} in {set.Name}";
            }
        }

        return null;
    }

    private static bool IsAddress(string text, bool prefixes, System.Net.Sockets.AddressFamily family) =>
        prefixes && text.Contains('/')
            ? IPNetwork.TryParse(text, out var network) && network.BaseAddress.AddressFamily == family
            : IPAddress.TryParse(text, out var address) && address.AddressFamily == family;

    private static bool PartMatches(string pattern, string value)
    {
        if (pattern == value)
        {
            return true;
        }

        if (pattern.Contains('/') && IPNetwork.TryParse(pattern, out var network))
        {
            return IPAddress.TryParse(value, out var address) && network.Contains(address);
        }

        return pattern.Split('-') is [var from, var to]
            && int.TryParse(from, CultureInfo.InvariantCulture, out var first) && int.TryParse(to, CultureInfo.InvariantCulture, out var last)
            && int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= first && number <= last;
    }
}
