using System.Buffers.Binary;
using System.Text;

namespace Cybernetes.Client.Streams.Spdy;

/// <summary>Name/value header blocks (SPDY/3 draft, 2.6.10): 32-bit counts, lower-case names, values joined by NUL.</summary>
internal static class SpdyHeaderBlock
{
    private const int MaxHeaders = 1000;

    /// <summary>
    /// Encodes a block as stored deflate blocks, closed by an empty one as a sync flush writes it. The zlib header names no dictionary,
    /// which every reader accepts; <paramref name="first"/> says whether it is still to be written.
    /// </summary>
    public static byte[] Encode(IEnumerable<KeyValuePair<string, string>> headers, bool first)
    {
        var groups = headers.GroupBy(h => h.Key.ToLowerInvariant()).ToList();
        using var plain = new MemoryStream();
        WriteInt32(plain, groups.Count);
        foreach (var group in groups)
        {
            WriteString(plain, group.Key);
            WriteString(plain, string.Join('\0', group.Select(h => h.Value)));
        }

        using var block = new MemoryStream();
        if (first)
        {
            block.Write([0x78, 0x01]);
        }

        var bytes = plain.GetBuffer().AsSpan(0, (int)plain.Length);
        while (bytes.Length > 0)
        {
            var part = bytes[..Math.Min(bytes.Length, 0xffff)];
            WriteStored(block, part);
            bytes = bytes[part.Length..];
        }

        WriteStored(block, []);
        return block.ToArray();
    }

    /// <summary>Reads a decompressed block; throws <see cref="InvalidDataException"/> when it is malformed.</summary>
    public static SpdyHeaders Decode(ReadOnlySpan<byte> plain)
    {
        var count = ReadInt32(ref plain);
        if (count is < 0 or > MaxHeaders)
        {
            throw new InvalidDataException("spdy: bad header count");
        }

        var headers = new List<KeyValuePair<string, string>>(count);
        for (; count > 0; count--)
        {
            var name = ReadString(ref plain);
            foreach (var value in ReadString(ref plain).Split('\0'))
            {
                headers.Add(new(name, value));
            }
        }

        return new SpdyHeaders(headers);
    }

    private static void WriteStored(MemoryStream output, ReadOnlySpan<byte> part)
    {
        Span<byte> header = stackalloc byte[5];
        header[0] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(header[1..], (ushort)part.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[3..], (ushort)~part.Length);
        output.Write(header);
        output.Write(part);
    }

    private static void WriteInt32(MemoryStream output, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        output.Write(bytes);
    }

    private static void WriteString(MemoryStream output, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        WriteInt32(output, bytes.Length);
        output.Write(bytes);
    }

    private static int ReadInt32(ref ReadOnlySpan<byte> from)
    {
        if (from.Length < 4)
        {
            throw new InvalidDataException("spdy: truncated header block");
        }

        var value = BinaryPrimitives.ReadInt32BigEndian(from);
        from = from[4..];
        return value;
    }

    private static string ReadString(ref ReadOnlySpan<byte> from)
    {
        var length = ReadInt32(ref from);
        if (length < 0 || length > from.Length)
        {
            throw new InvalidDataException("spdy: truncated header block");
        }

        var value = Encoding.UTF8.GetString(from[..length]);
        from = from[length..];
        return value;
    }
}
