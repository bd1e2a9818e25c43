using System.Text;

namespace Cybernetes.Store.EtcdServer.Authority;

/// <summary>
/// A compressed header block (RFC 7541) whose <c>:authority</c> may be a path. Such a value is replaced by letters of the same number, so that the
/// compressor's table on the other side and ours still hold entries of the same size.
/// </summary>
internal static class HeaderBlock
{
    private const int AuthorityIndex = 1;

    /// <summary>The repaired block; null when there is nothing to repair or it cannot be read.</summary>
    public static byte[]? Repair(ReadOnlySpan<byte> block)
    {
        var at = 0;
        while (at < block.Length)
        {
            var first = block[at];
            if ((first & 0x80) != 0)
            {
                if (!TryNumber(block, ref at, 7, out _))
                {
                    return null;
                }
                continue;
            }
            var isSizeUpdate = (first & 0xe0) == 0x20;
            if (!TryNumber(block, ref at, (first & 0x40) != 0 ? 6 : isSizeUpdate ? 5 : 4, out var name))
            {
                return null;
            }
            if (isSizeUpdate)
            {
                continue;
            }
            if (name == 0 && !TryString(block, ref at, out _, out _))
            {
                return null;
            }
            var from = at;
            if (!TryString(block, ref at, out var value, out var isHuffman))
            {
                return null;
            }
            if (name == AuthorityIndex)
            {
                return Repair(block, from, at, value, isHuffman);
            }
        }
        return null;
    }

    private static byte[]? Repair(ReadOnlySpan<byte> block, int from, int to, ReadOnlySpan<byte> value, bool isHuffman)
    {
        var text = isHuffman ? HuffmanText.Decode(value) : Encoding.ASCII.GetString(value);
        if (text is null || !text.AsSpan().ContainsAny('/', '%'))
        {
            return null;
        }
        return [.. block[..from], .. Number(text.Length), .. Enumerable.Repeat((byte)'a', text.Length), .. block[to..]];
    }

    private static bool TryString(ReadOnlySpan<byte> block, ref int at, out ReadOnlySpan<byte> value, out bool isHuffman)
    {
        value = default;
        isHuffman = at < block.Length && (block[at] & 0x80) != 0;
        if (!TryNumber(block, ref at, 7, out var length) || length > block.Length - at)
        {
            return false;
        }
        value = block.Slice(at, length);
        at += length;
        return true;
    }

    /// <summary>An integer with a prefix of so many bits (RFC 7541, 5.1).</summary>
    private static bool TryNumber(ReadOnlySpan<byte> block, ref int at, int prefix, out int number)
    {
        number = 0;
        if (at >= block.Length)
        {
            return false;
        }
        var mask = (1 << prefix) - 1;
        number = block[at++] & mask;
        if (number < mask)
        {
            return true;
        }
        for (var shift = 0; at < block.Length && shift <= 21; shift += 7)
        {
            var next = block[at++];
            number += (next & 0x7f) << shift;
            if ((next & 0x80) == 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A length without Huffman bit.</summary>
    private static byte[] Number(int number)
    {
        if (number < 0x7f)
        {
            return [(byte)number];
        }
        var bytes = new List<byte> { 0x7f };
        for (number -= 0x7f; number >= 0x80; number >>= 7)
        {
            bytes.Add((byte)(number | 0x80));
        }
        bytes.Add((byte)number);
        return [.. bytes];
    }
}
