using System.Security.Cryptography;

namespace Cybernetes.ApiServer.Encryption.Ciphers;

/// <summary>AES-GCM: a random 96-bit nonce, the text, the tag; the store key is authenticated too.</summary>
internal sealed class AesGcmCipher(byte[] key) : IStoredCipher
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public byte[] Seal(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> plain)
    {
        var result = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(result.AsSpan(0, NonceSize), plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(NonceSize + plain.Length), storeKey);
        return result;
    }

    public byte[] Open(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> sealedValue)
    {
        if (sealedValue.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("the stored data was shorter than the required size");
        }
        var plain = new byte[sealedValue.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(sealedValue[..NonceSize], sealedValue[NonceSize..^TagSize], sealedValue[^TagSize..], plain, storeKey);
        return plain;
    }
}
