using System.Security.Cryptography;

namespace Cybernetes.Pki;

/// <summary>Walks the blocks of a PEM text.</summary>
public static class PemText
{
    /// <summary>The labels in order.</summary>
    public static IEnumerable<string> Labels(string pem) => Blocks(pem).Select(b => b.Label);

    /// <summary>The blocks in order; text between them is skipped.</summary>
    public static IReadOnlyList<PemBlock> Blocks(string pem)
    {
        var blocks = new List<PemBlock>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            var bytes = new byte[fields.DecodedDataLength];
            if (Convert.TryFromBase64Chars(rest[fields.Base64Data], bytes, out var written))
            {
                blocks.Add(new PemBlock(rest[fields.Label].ToString(), bytes[..written], rest[fields.Location].ToString()));
            }
            rest = rest[fields.Location.End..];
        }
        return blocks;
    }

    /// <summary>One block as text with a closing newline.</summary>
    public static string Write(string label, ReadOnlySpan<byte> bytes) => PemEncoding.WriteString(label, bytes) + "\n";
}
