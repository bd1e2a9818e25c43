using System.Security.Cryptography;

namespace Cybernetes.ApiServer.Encryption.Ciphers;

/// <summary>NaCl's secretbox (XSalsa20-Poly1305): a random 192-bit nonce, the tag, the text.</summary>
internal sealed class SecretboxCipher(byte[] key) : IStoredCipher
{
    private const int NonceSize = 24;
    private const int TagSize = 16;

    public byte[] Seal(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> plain)
    {
        var result = new byte[NonceSize + TagSize + plain.Length];
        var nonce = result.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        Seal(key, nonce, plain, result.AsSpan(NonceSize, TagSize), result.AsSpan(NonceSize + TagSize));
        return result;
    }

    public byte[] Open(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> sealedValue)
    {
        if (sealedValue.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("the stored data was shorter than the required size");
        }
        var nonce = sealedValue[..NonceSize];
        var tag = sealedValue[NonceSize..(NonceSize + TagSize)];
        var text = sealedValue[(NonceSize + TagSize)..];
        var stream = KeyStream(key, nonce, text.Length);
        Span<byte> expected = stackalloc byte[TagSize];
        Poly1305.Tag(stream.AsSpan(0, 32), text, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, tag))
        {
            throw new CryptographicException("output array was not large enough for encryption");
        }
        return Xor(text, stream.AsSpan(32));
    }

    internal static void Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> tag, Span<byte> text)
    {
        var stream = KeyStream(key, nonce, plain.Length);
        Xor(plain, stream.AsSpan(32)).CopyTo(text);
        Poly1305.Tag(stream.AsSpan(0, 32), text, tag);
    }

    // The first 32 bytes of the stream are the one-time key of the tag.
    private static byte[] KeyStream(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, int length)
    {
        Span<byte> subkey = stackalloc byte[32];
        Salsa20.Derive(key, nonce[..16], subkey);
        return Salsa20.Stream(subkey, nonce[16..], 32 + length);
    }

    private static byte[] Xor(ReadOnlySpan<byte> text, ReadOnlySpan<byte> stream)
    {
        var result = new byte[text.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = (byte)(text[i] ^ stream[i]);
        }
        return result;
    }
}
