namespace Cybernetes.ApiServer.Encryption.Ciphers;

/// <summary>A key that seals stored values. Thread safe.</summary>
internal interface IStoredCipher
{
    /// <summary>Seals a value; <paramref name="storeKey"/> is authenticated with it where the cipher can.</summary>
    byte[] Seal(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> plain);

    /// <summary>Opens it again. Throws <see cref="System.Security.Cryptography.CryptographicException"/>.</summary>
    byte[] Open(ReadOnlySpan<byte> storeKey, ReadOnlySpan<byte> sealedValue);
}
