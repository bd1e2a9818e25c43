using System.Security.Cryptography;

namespace Cybernetes.ApiServer.Encryption.Ciphers;

/// <summary>KMS v2's cipher: each value gets its own AES-256 key, expanded from a seed by HKDF-SHA256 over 32 random bytes that stand in front.</summary>
internal sealed class ExtendedNonceGcm(byte[] seed) : IStoredCipher
{
    private const int InfoSize = 32;

    public byte[] Seal(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> plain)
    {
        var info = RandomNumberGenerator.GetBytes(InfoSize);
        return [.. info, .. new AesGcmCipher(KeyOf(info)).Seal(storeKey, plain)];
    }

    public byte[] Open(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> sealedValue)
    {
        if (sealedValue.Length < InfoSize)
        {
            throw new CryptographicException("the stored data was shorter than the required size");
        }
        return new AesGcmCipher(KeyOf(sealedValue[..InfoSize].ToArray())).Open(storeKey, sealedValue[InfoSize..]);
    }

    private byte[] KeyOf(byte[] info) => HKDF.Expand(HashAlgorithmName.SHA256, seed, 32, info);
}
