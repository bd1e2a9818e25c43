using System.Buffers.Binary;

namespace Cybernetes.ApiServer.Encryption.Ciphers;

/// <summary>The one-time authenticator Poly1305 (RFC 8439, 2.5), in three limbs of 44, 44 and 42 bits.</summary>
internal static class Poly1305
{
    private const ulong Mask44 = (1UL << 44) - 1;
    private const ulong Mask42 = (1UL << 42) - 1;

    /// <summary>The 16-byte tag of a message under a 32-byte key that is used once.</summary>
    public static void Tag(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> tag)
    {
        var low = BinaryPrimitives.ReadUInt64LittleEndian(key) & 0x0ffffffc0fffffff;
        var high = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]) & 0x0ffffffc0ffffffc;
        var (r0, r1, r2) = Limbs(low, high, 0);
        ulong h0 = 0, h1 = 0, h2 = 0;
        Span<byte> block = stackalloc byte[16];
        while (!message.IsEmpty)
        {
            var whole = message.Length >= 16;
            block.Clear();
            var part = whole ? message[..16] : message;
            part.CopyTo(block);
            if (!whole)
            {
                block[part.Length] = 1;
            }
            message = message[part.Length..];
            var (m0, m1, m2) = Limbs(BinaryPrimitives.ReadUInt64LittleEndian(block), BinaryPrimitives.ReadUInt64LittleEndian(block[8..]), whole ? 1UL : 0);
            h0 += m0;
            h1 += m1;
            h2 += m2;
            Multiply(ref h0, ref h1, ref h2, r0, r1, r2);
        }
        Finish(h0, h1, h2, key[16..], tag);
    }

    private static (ulong, ulong, ulong) Limbs(ulong low, ulong high, ulong top) =>
        (low & Mask44, ((low >> 44) | (high << 20)) & Mask44, (high >> 24) | (top << 40));

    private static void Multiply(ref ulong h0, ref ulong h1, ref ulong h2, ulong r0, ulong r1, ulong r2)
    {
        // 2^132 is 20 modulo the prime 2^130 - 5.
        var (s1, s2) = (r1 * 20, r2 * 20);
        var d0 = (UInt128)h0 * r0 + (UInt128)h1 * s2 + (UInt128)h2 * s1;
        var d1 = (UInt128)h0 * r1 + (UInt128)h1 * r0 + (UInt128)h2 * s2;
        var d2 = (UInt128)h0 * r2 + (UInt128)h1 * r1 + (UInt128)h2 * r0;
        var carry = (ulong)(d0 >> 44);
        h0 = (ulong)d0 & Mask44;
        d1 += carry;
        carry = (ulong)(d1 >> 44);
        h1 = (ulong)d1 & Mask44;
        d2 += carry;
        carry = (ulong)(d2 >> 42);
        h2 = (ulong)d2 & Mask42;
        h0 += carry * 5;
        carry = h0 >> 44;
        h0 &= Mask44;
        h1 += carry;
    }

    private static void Finish(ulong h0, ulong h1, ulong h2, ReadOnlySpan<byte> pad, Span<byte> tag)
    {
        for (var i = 0; i < 2; i++)
        {
            h2 += h1 >> 44;
            h1 &= Mask44;
            h0 += (h2 >> 42) * 5;
            h2 &= Mask42;
            h1 += h0 >> 44;
            h0 &= Mask44;
        }
        h2 += h1 >> 44;
        h1 &= Mask44;
        // Take the prime away once if that leaves nothing negative.
        var g0 = h0 + 5;
        var g1 = h1 + (g0 >> 44);
        g0 &= Mask44;
        var g2 = h2 + (g1 >> 44);
        g1 &= Mask44;
        if (g2 >> 42 != 0)
        {
            (h0, h1, h2) = (g0, g1, g2 & Mask42);
        }
        var sum = (UInt128)(h0 | (h1 << 44)) + ((UInt128)((h1 >> 20) | (h2 << 24)) << 64) +
            new UInt128(BinaryPrimitives.ReadUInt64LittleEndian(pad[8..]), BinaryPrimitives.ReadUInt64LittleEndian(pad));
        BinaryPrimitives.WriteUInt128LittleEndian(tag, sum);
    }
}
