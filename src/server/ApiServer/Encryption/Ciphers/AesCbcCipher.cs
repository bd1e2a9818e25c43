using System.Security.Cryptography;

namespace Cybernetes.ApiServer.Encryption.Ciphers;

/// <summary>AES-CBC with PKCS#7 padding, the initialization vector in front. Not authenticated.</summary>
internal sealed class AesCbcCipher(byte[] key) : IStoredCipher
{
    private const int BlockSize = 16;

    public byte[] Seal(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> plain)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var iv = RandomNumberGenerator.GetBytes(BlockSize);
        return [.. iv, .. aes.EncryptCbc(plain, iv)];
    }

    public byte[] Open(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> sealedValue)
    {
        if (sealedValue.Length < 2 * BlockSize || sealedValue.Length % BlockSize != 0)
        {
            throw new CryptographicException("the stored data was shorter than the required size or is not a multiple of the block size");
        }
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(sealedValue[BlockSize..], sealedValue[..BlockSize]);
    }
}
