using System.Security.Cryptography;

namespace Cybernetes.ApiServer.Encryption;

/// <summary>Stores values as they are; refuses to read what is sealed.</summary>
internal sealed class IdentityProvider : IEncryptionProvider
{
    public byte[] Prefix => [];

    public ValueTask<(ReadOnlyMemory<byte> Plain, bool IsStale)> OpenAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> sealedValue, CancellationToken cancellationToken) =>
        sealedValue.Span.StartsWith("k8s:enc:"u8)
            ? throw new CryptographicException("identity transformer tried to read encrypted data")
            : new((sealedValue, false));

    public ValueTask<ReadOnlyMemory<byte>> SealAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken) => new(plain);
}
