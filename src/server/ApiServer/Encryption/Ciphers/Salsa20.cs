using System.Buffers.Binary;
using System.Numerics;

namespace Cybernetes.ApiServer.Encryption.Ciphers;

/// <summary>Bernstein's Salsa20/20 and HSalsa20 ("Extending the Salsa20 nonce", 2011).</summary>
internal static class Salsa20
{
    private static readonly uint[] _sigma = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

    /// <summary>HSalsa20: a subkey from a key and 16 bytes of nonce.</summary>
    public static void Derive(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce16, Span<byte> subkey)
    {
        Span<uint> state = stackalloc uint[16];
        Load(state, key, nonce16);
        Rounds(state);
        ReadOnlySpan<int> words = [0, 5, 10, 15, 6, 7, 8, 9];
        for (var i = 0; i < 8; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(subkey[(i * 4)..], state[words[i]]);
        }
    }

    /// <summary>The key stream of a key and an 8-byte nonce.</summary>
    public static byte[] Stream(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce8, int length)
    {
        var stream = new byte[(length + 63) / 64 * 64];
        Span<uint> start = stackalloc uint[16];
        Span<uint> block = stackalloc uint[16];
        Span<byte> input = stackalloc byte[16];
        nonce8.CopyTo(input);
        for (var counter = 0; counter * 64 < length; counter++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(input[8..], counter);
            Load(start, key, input);
            start.CopyTo(block);
            Rounds(block);
            for (var i = 0; i < 16; i++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(stream.AsSpan(counter * 64 + i * 4), block[i] + start[i]);
            }
        }
        return stream[..length];
    }

    private static void Load(Span<uint> state, ReadOnlySpan<byte> key, ReadOnlySpan<byte> input)
    {
        for (var i = 0; i < 4; i++)
        {
            state[i * 5] = _sigma[i];
            state[1 + i] = BinaryPrimitives.ReadUInt32LittleEndian(key[(i * 4)..]);
            state[11 + i] = BinaryPrimitives.ReadUInt32LittleEndian(key[(16 + i * 4)..]);
            state[6 + i] = BinaryPrimitives.ReadUInt32LittleEndian(input[(i * 4)..]);
        }
    }

    private static void Rounds(Span<uint> x)
    {
        for (var i = 0; i < 10; i++)
        {
            Quarter(x, 0, 4, 8, 12);
            Quarter(x, 5, 9, 13, 1);
            Quarter(x, 10, 14, 2, 6);
            Quarter(x, 15, 3, 7, 11);
            Quarter(x, 0, 1, 2, 3);
            Quarter(x, 5, 6, 7, 4);
            Quarter(x, 10, 11, 8, 9);
            Quarter(x, 15, 12, 13, 14);
        }
    }

    private static void Quarter(Span<uint> x, int a, int b, int c, int d)
    {
        x[b] ^= BitOperations.RotateLeft(x[a] + x[d], 7);
        x[c] ^= BitOperations.RotateLeft(x[b] + x[a], 9);
        x[d] ^= BitOperations.RotateLeft(x[c] + x[b], 13);
        x[a] ^= BitOperations.RotateLeft(x[d] + x[c], 18);
    }
}
