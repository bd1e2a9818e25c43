namespace Cybernetes.Store.EtcdServer.Authority;

/// <summary>Reads text in HPACK's Huffman code (RFC 7541, appendix B). The code is canonical: the lengths say all. Only printable ASCII is known.</summary>
internal static class HuffmanText
{
    private const int First = 32;
    private const int MaxBits = 15;

    /// <summary>Bits of the characters from space to tilde; 0: longer than any text here has.</summary>
    private static ReadOnlySpan<byte> Bits =>
    [
        6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6,
        5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
        13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
        7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 0, 13, 14, 6,
        15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5,
        6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13,
    ];

    private static readonly Dictionary<int, char> Codes = MakeCodes();

    /// <summary>The text, or null when it is not printable ASCII.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder();
        int code = 0, length = 0;
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            code = (code << 1) | ((bytes[bit / 8] >> (7 - (bit % 8))) & 1);
            length++;
            if (Codes.TryGetValue(Slot(length, code), out var character))
            {
                text.Append(character);
                code = length = 0;
            }
            else if (length > MaxBits)
            {
                return null;
            }
        }
        // What is left is padding: fewer than eight ones.
        return length < 8 && code == (1 << length) - 1 ? text.ToString() : null;
    }

    private static Dictionary<int, char> MakeCodes()
    {
        var codes = new Dictionary<int, char>();
        var code = 0;
        for (var length = 1; length <= MaxBits; length++)
        {
            code <<= 1;
            for (var i = 0; i < Bits.Length; i++)
            {
                if (Bits[i] == length)
                {
                    codes.Add(Slot(length, code++), (char)(First + i));
                }
            }
        }
        return codes;
    }

    private static int Slot(int length, int code) => (length << 16) | code;
}
