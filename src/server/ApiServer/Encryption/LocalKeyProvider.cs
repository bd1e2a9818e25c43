using System.Text;
using Cybernetes.ApiServer.Encryption.Ciphers;

namespace Cybernetes.ApiServer.Encryption;

/// <summary>A key that stands in the configuration: aescbc, aesgcm or secretbox.</summary>
internal sealed class LocalKeyProvider(string provider, string keyName, IStoredCipher cipher) : IEncryptionProvider
{
    public byte[] Prefix { get; } = Encoding.UTF8.GetBytes($"k8s:enc:{provider}:v1:{keyName}:");

    public ValueTask<(ReadOnlyMemory<byte> Plain, bool IsStale)> OpenAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> sealedValue, CancellationToken cancellationToken) =>
        new((cipher.Open(storeKey.Span, sealedValue.Span), false));

    public ValueTask<ReadOnlyMemory<byte>> SealAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken) =>
        new(cipher.Seal(storeKey.Span, plain.Span));
}
