namespace Cybernetes.ApiServer.Encryption;

/// <summary>One provider of an EncryptionConfiguration, with one key. Thread safe.</summary>
internal interface IEncryptionProvider
{
    /// <summary>What its stored values begin with (<c>k8s:enc:aescbc:v1:key1:</c>); empty for identity.</summary>
    byte[] Prefix { get; }

    /// <summary>Opens what stands after the prefix. Stale: sealed with an older key of the provider's own.</summary>
    ValueTask<(ReadOnlyMemory<byte> Plain, bool IsStale)> OpenAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> sealedValue, CancellationToken cancellationToken);

    /// <summary>Seals a value; the prefix is not part of the result.</summary>
    ValueTask<ReadOnlyMemory<byte>> SealAsync(ReadOnlyMemory<byte> storeKey, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken);
}
