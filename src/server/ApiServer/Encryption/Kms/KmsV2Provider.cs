using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Encryption.Ciphers;

namespace Cybernetes.ApiServer.Encryption.Kms;

/// <summary>
/// KMS v2: one seed serves for all values until the plugin's key changes; each value's own key is expanded from it. The plugin is asked for its
/// key at most once a minute, and what an older key sealed is stale.
/// </summary>
internal sealed class KmsV2Provider(string name, GrpcUnaryClient client, TimeProvider time) : IKmsProvider
{
    private const string Service = "/v2.KeyManagementService/";
    private const int MaxRemembered = 1000;
    private static readonly TimeSpan _askAgain = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<string, IStoredCipher> _ciphers = new(StringComparer.Ordinal);
    private volatile State? _state;

    public byte[] Prefix { get; } = Encoding.UTF8.GetBytes($"k8s:enc:kms:v2:{name}:");

    public async ValueTask<(ReadOnlyMemory<byte> Plain, bool IsStale)> OpenAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> sealedValue, CancellationToken cancellationToken)
    {
        KmsMessages.StoredV2 stored;
        try
        {
            stored = KmsMessages.ReadStored(sealedValue.Span);
        }
        catch (WireException e)
        {
            throw new CryptographicException(e.Message);
        }
        var cacheKey = $"{stored.SourceType}/{stored.KeyId}/{Convert.ToBase64String(stored.Source)}";
        if (!_ciphers.TryGetValue(cacheKey, out var cipher))
        {
            var answer = await client.CallAsync(Service + "Decrypt",
                KmsMessages.Write((1, stored.Source), (2, Guid.NewGuid().ToString()), (3, stored.KeyId), (4, stored.Annotations)), cancellationToken).ConfigureAwait(false);
            cipher = CipherOf(KmsMessages.Field(answer, 1), stored.SourceType);
            Remember(cacheKey, cipher);
        }
        var plain = cipher.Open(storeKey.Span, stored.Data);
        return (plain, _state is { } state && state.KeyId != stored.KeyId);
    }

    public async ValueTask<ReadOnlyMemory<byte>> SealAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        var state = await CurrentAsync(cancellationToken).ConfigureAwait(false);
        return new KmsMessages.StoredV2(state.Cipher.Seal(storeKey.Span, plain.Span), state.KeyId, state.Source, state.Annotations, KmsMessages.StoredV2.Seed).Write();
    }

    public async ValueTask<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (version, health, _) = KmsMessages.ReadStatusV2(await client.CallAsync(Service + "Status", [], cancellationToken).ConfigureAwait(false));
            if (health != "ok")
            {
                return $"got unexpected healthz status: {health}";
            }
            return version is "v2" or "v2beta1" ? null : $"expected KMSv2 API version v2, got {version}";
        }
        catch (IOException e)
        {
            return $"failed to perform status section of the healthz check for KMS Provider {name}, error: {e.Message}";
        }
    }

    private async ValueTask<State> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_state is { } fresh && time.GetElapsedTime(fresh.AskedAt) < _askAgain)
        {
            return fresh;
        }
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var state = _state;
            if (state is not null && time.GetElapsedTime(state.AskedAt) < _askAgain)
            {
                return state;
            }
            var (_, _, keyId) = KmsMessages.ReadStatusV2(await client.CallAsync(Service + "Status", [], cancellationToken).ConfigureAwait(false));
            return _state = state is not null && state.KeyId == keyId
                ? state with { AskedAt = time.GetTimestamp() }
                : await NewSeedAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask<State> NewSeedAsync(CancellationToken cancellationToken)
    {
        var seed = RandomNumberGenerator.GetBytes(32);
        var answer = await client.CallAsync(Service + "Encrypt", KmsMessages.Write((1, seed), (2, Guid.NewGuid().ToString())), cancellationToken).ConfigureAwait(false);
        var (source, keyId, annotations) = KmsMessages.ReadEncryptV2(answer);
        var cipher = CipherOf(seed, KmsMessages.StoredV2.Seed);
        Remember($"{KmsMessages.StoredV2.Seed}/{keyId}/{Convert.ToBase64String(source)}", cipher);
        return new State(keyId, source, annotations, cipher, time.GetTimestamp());
    }

    private void Remember(string cacheKey, IStoredCipher cipher)
    {
        if (_ciphers.Count >= MaxRemembered)
        {
            _ciphers.Clear();
        }
        _ciphers[cacheKey] = cipher;
    }

    private static IStoredCipher CipherOf(byte[] source, long type) =>
        type == KmsMessages.StoredV2.Seed ? new ExtendedNonceGcm(source) : new AesGcmCipher(source);

    private sealed record State(string KeyId, byte[] Source, ValueMap<Bytes> Annotations, IStoredCipher Cipher, long AskedAt);
}
