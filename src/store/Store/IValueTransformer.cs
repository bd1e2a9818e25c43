namespace Cybernetes.Store;

/// <summary>
/// The seam between encoding and store that encryption at rest fills. The key is authenticated with the value, so that a value cannot
/// be moved to another key unnoticed. Safe for concurrent use.
/// </summary>
public interface IValueTransformer
{
    /// <summary>From what is stored to what was meant.</summary>
    ValueTask<TransformedValue> FromStorageAsync(StoreKey key, ReadOnlyMemory<byte> stored, CancellationToken cancellationToken = default);

    /// <summary>From what is meant to what is stored.</summary>
    ValueTask<ReadOnlyMemory<byte>> ToStorageAsync(StoreKey key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default);
}
