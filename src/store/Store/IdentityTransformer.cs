namespace Cybernetes.Store;

/// <summary>Stores values as they are.</summary>
public sealed class IdentityTransformer : IValueTransformer
{
    /// <summary>It has no state, so there is one.</summary>
    public static IdentityTransformer Instance { get; } = new();

    private IdentityTransformer()
    {
    }

    /// <inheritdoc/>
    public ValueTask<TransformedValue> FromStorageAsync(StoreKey key, ReadOnlyMemory<byte> stored, CancellationToken cancellationToken = default) =>
        new(new TransformedValue(stored, IsStale: false));

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> ToStorageAsync(StoreKey key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
        new(value);
}
