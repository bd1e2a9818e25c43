using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Cybernetes.ApiServer.Encryption.Ciphers;

namespace Cybernetes.ApiServer.Encryption.Kms;

/// <summary>KMS v1: every value has its own AES key, which the plugin seals and which stands in front of the value.</summary>
internal sealed class KmsV1Provider(string name, GrpcUnaryClient client, int cacheSize) : IKmsProvider
{
    private const string Service = "/v1beta1.KeyManagementService/";
    private const string Version = "v1beta1";

    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public byte[] Prefix { get; } = Encoding.UTF8.GetBytes($"k8s:enc:kms:v1:{name}:");

    public async ValueTask<(ReadOnlyMemory<byte> Plain, bool IsStale)> OpenAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> sealedValue, CancellationToken cancellationToken)
    {
        if (sealedValue.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(sealedValue.Span) is var length && sealedValue.Length < 2 + length)
        {
            throw new CryptographicException("invalid data encountered by envelope transformer");
        }
        var sealedKey = sealedValue.Slice(2, length).ToArray();
        var text = sealedValue[(2 + length)..];
        var cacheKey = Convert.ToBase64String(sealedKey);
        if (!_keys.TryGetValue(cacheKey, out var key))
        {
            var answer = await client.CallAsync(Service + "Decrypt", KmsMessages.Write((1, Version), (2, sealedKey)), cancellationToken).ConfigureAwait(false);
            key = KmsMessages.Field(answer, 1);
            Remember(cacheKey, key);
        }
        try
        {
            return (new AesGcmCipher(key).Open(storeKey.Span, text.Span), false);
        }
        catch (CryptographicException)
        {
            // Values written before 1.25 are CBC.
            return (new AesCbcCipher(key).Open(storeKey.Span, text.Span), false);
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>> SealAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var answer = await client.CallAsync(Service + "Encrypt", KmsMessages.Write((1, Version), (2, key)), cancellationToken).ConfigureAwait(false);
        var sealedKey = KmsMessages.Field(answer, 1);
        Remember(Convert.ToBase64String(sealedKey), key);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)sealedKey.Length));
        return (byte[])[.. length, .. sealedKey, .. new AesGcmCipher(key).Seal(storeKey.Span, plain.Span)];
    }

    public async ValueTask<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.CallAsync(Service + "Encrypt", KmsMessages.Write((1, Version), (2, "ping"u8.ToArray())), cancellationToken).ConfigureAwait(false);
            await client.CallAsync(Service + "Decrypt", KmsMessages.Write((1, Version), (2, KmsMessages.Field(answer, 1))), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (IOException e)
        {
            return $"failed to perform encrypt section of the healthz check for KMS Provider {name}, error: {e.Message}";
        }
    }

    private void Remember(string cacheKey, byte[] key)
    {
        if (cacheSize > 0 && _keys.Count >= cacheSize)
        {
            _keys.Clear();
        }
        if (cacheSize != 0)
        {
            _keys[cacheKey] = key;
        }
    }
}
