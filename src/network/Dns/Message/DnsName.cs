namespace Cybernetes.Dns.Message;

/// <summary>
/// Works on domain names in presentation form, always with the final dot: "a.b.". Inside a label, dots and backslashes are
/// escaped ("\."), bytes that do not print are "\DDD" (RFC 4343).
/// </summary>
public static class DnsName
{
    /// <summary>Lower case with a final dot.</summary>
    public static string Normalize(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.EndsWith('.') && !lower.EndsWith("\\.", StringComparison.Ordinal) ? lower : lower + ".";
    }

    /// <summary>Whether the name is the zone or lies below it. Both are normal.</summary>
    public static bool IsInZone(string name, string zone) =>
        zone == "." || (name.EndsWith(zone, StringComparison.Ordinal)
            && (name.Length == zone.Length || (name[name.Length - zone.Length - 1] == '.' && !IsEscaped(name, name.Length - zone.Length - 1))));

    /// <summary>The longest of the zones the name lies in; null when none.</summary>
    public static string? BestZone(IEnumerable<string> zones, string name)
    {
        string? best = null;
        foreach (var zone in zones)
        {
            if (IsInZone(name, zone) && (best is null || zone.Length > best.Length))
            {
                best = zone;
            }
        }

        return best;
    }

    /// <summary>The name without the zone and the dot between: "a.b" of "a.b.zone."; "" for the zone itself.</summary>
    public static string Trim(string name, string zone) =>
        name.Length == zone.Length ? "" : zone == "." ? name[..^1] : name[..(name.Length - zone.Length - 1)];

    /// <summary>The labels, first to last; a name with escapes is split with care.</summary>
    public static string[] Labels(string name)
    {
        var bare = name.EndsWith('.') ? name[..^1] : name;
        if (bare.Length == 0)
        {
            return [];
        }

        if (!bare.Contains('\\'))
        {
            return bare.Split('.');
        }

        var labels = new List<string>();
        var start = 0;
        for (var i = 0; i < bare.Length; i++)
        {
            if (bare[i] == '\\')
            {
                i++;
            }
            else if (bare[i] == '.')
            {
                labels.Add(bare[start..i]);
                start = i + 1;
            }
        }

        labels.Add(bare[start..]);
        return [.. labels];
    }

    /// <summary>The name below which reverse names of IPv4 addresses lie is "in-addr.arpa.": the address such a name stands for, or null.</summary>
    public static System.Net.IPAddress? AddressOfReverse(string name)
    {
        const string V4 = ".in-addr.arpa.";
        const string V6 = ".ip6.arpa.";
        if (name.EndsWith(V4, StringComparison.Ordinal))
        {
            var parts = name[..^V4.Length].Split('.');
            Array.Reverse(parts);
            return parts.Length == 4 && System.Net.IPAddress.TryParse(string.Join('.', parts), out var address)
                && address.ToString() == string.Join('.', parts) ? address : null;
        }

        if (!name.EndsWith(V6, StringComparison.Ordinal))
        {
            return null;
        }

        var nibbles = name[..^V6.Length].Split('.');
        if (nibbles.Length != 32 || nibbles.Any(n => n.Length != 1 || !char.IsAsciiHexDigit(n[0])))
        {
            return null;
        }

        Array.Reverse(nibbles);
        return new System.Net.IPAddress(Convert.FromHexString(string.Concat(nibbles)));
    }

    /// <summary>The reverse name of an address.</summary>
    public static string ReverseOf(System.Net.IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4
            ? $"{bytes[3]}.{bytes[2]}.{bytes[1]}.{bytes[0]}.in-addr.arpa."
            : string.Join('.', Convert.ToHexStringLower(bytes).Reverse()) + ".ip6.arpa.";
    }

    private static bool IsEscaped(string name, int index)
    {
        var slashes = 0;
        for (var i = index - 1; i >= 0 && name[i] == '\\'; i--)
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }
}
