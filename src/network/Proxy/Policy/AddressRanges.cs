using System.Net;
using System.Net.Sockets;
using Cybernetes.Nftables;

namespace Cybernetes.Proxy.Policy;

/// <summary>Sums and differences of prefixes, as a set with intervals takes them: none inside another.</summary>
internal static class AddressRanges
{
    /// <summary>A prefix with its host bits cleared; null when the text is none of the family.</summary>
    public static IPNetwork? Parse(string text, NftFamily family)
    {
        var slash = text.IndexOf('/');
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address) || !ProxyNode.Is(family, address))
        {
            return null;
        }

        var most = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var bits = most;
        return slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), out bits) || bits < 0 || bits > most) ? null : Masked(address, bits);
    }

    /// <summary>The prefixes that cover a prefix but for the excepted ones.</summary>
    public static IEnumerable<IPNetwork> Without(IPNetwork whole, IReadOnlyCollection<IPNetwork> except)
    {
        var inside = except.Where(e => e.PrefixLength >= whole.PrefixLength && whole.Contains(e.BaseAddress)).ToList();
        if (inside.Count == 0)
        {
            return except.Any(e => e.PrefixLength < whole.PrefixLength && e.Contains(whole.BaseAddress)) ? [] : [whole];
        }

        // A prefix that is excepted whole is gone; one with a hole is cut in halves.
        return inside.Exists(e => e.PrefixLength == whole.PrefixLength) ? [] : Halves(whole).SelectMany(half => Without(half, inside));
    }

    /// <summary>The prefixes without those that lie in another.</summary>
    public static List<IPNetwork> Merged(IEnumerable<IPNetwork> prefixes)
    {
        var kept = new HashSet<IPNetwork>();
        var lengths = new SortedSet<int>();
        foreach (var prefix in prefixes.OrderBy(p => p.PrefixLength))
        {
            if (!lengths.Any(l => kept.Contains(Masked(prefix.BaseAddress, l))))
            {
                kept.Add(prefix);
                lengths.Add(prefix.PrefixLength);
            }
        }

        return [.. kept];
    }

    /// <summary>As nft wants it: a whole address without its length.</summary>
    public static string Text(IPNetwork prefix) =>
        prefix.PrefixLength == (prefix.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) ? prefix.BaseAddress.ToString() : prefix.ToString();

    private static IEnumerable<IPNetwork> Halves(IPNetwork whole)
    {
        var bytes = whole.BaseAddress.GetAddressBytes();
        yield return new IPNetwork(whole.BaseAddress, whole.PrefixLength + 1);
        bytes[whole.PrefixLength / 8] |= (byte)(0x80 >> (whole.PrefixLength % 8));
        yield return new IPNetwork(new IPAddress(bytes), whole.PrefixLength + 1);
    }

    private static IPNetwork Masked(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] &= (byte)(0xFF00 >> Math.Clamp(bits - (i * 8), 0, 8));
        }

        return new IPNetwork(new IPAddress(bytes), bits);
    }
}
