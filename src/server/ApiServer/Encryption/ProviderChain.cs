using System.Security.Cryptography;
using Cybernetes.Store;

namespace Cybernetes.ApiServer.Encryption;

/// <summary>The providers of a resource: the first writes, all read; what a later one sealed is stale. Thread safe.</summary>
internal sealed class ProviderChain(IReadOnlyList<IEncryptionProvider> providers) : IValueTransformer
{
    public IReadOnlyList<IEncryptionProvider> Providers => providers;

    public async ValueTask<TransformedValue> FromStorageAsync(StoreKey key, ReadOnlyMemory<byte> stored, CancellationToken cancellationToken = default)
    {
        List<string>? errors = null;
        for (var i = 0; i < providers.Count; i++)
        {
            var prefix = providers[i].Prefix;
            if (!stored.Span.StartsWith(prefix))
            {
                continue;
            }
            try
            {
                var (plain, stale) = await providers[i].OpenAsync(key.Memory, stored[prefix.Length..], cancellationToken).ConfigureAwait(false);
                return new TransformedValue(plain, stale || i != 0);
            }
            catch (Exception e) when (e is CryptographicException or IOException)
            {
                // Another key of the same prefix may open it.
                (errors ??= []).Add(e.Message);
            }
        }
        throw new CryptographicException(errors is null ? "no matching prefix found" : string.Join(", ", errors));
    }

    public async ValueTask<ReadOnlyMemory<byte>> ToStorageAsync(StoreKey key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        var sealedValue = await providers[0].SealAsync(key.Memory, value, cancellationToken).ConfigureAwait(false);
        if (providers[0].Prefix.Length == 0)
        {
            return sealedValue;
        }
        var result = new byte[providers[0].Prefix.Length + sealedValue.Length];
        providers[0].Prefix.CopyTo(result, 0);
        sealedValue.CopyTo(result.AsMemory(providers[0].Prefix.Length));
        return result;
    }
}
