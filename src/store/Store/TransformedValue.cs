namespace Cybernetes.Store;

/// <summary>A value as it was meant.</summary>
/// <param name="Value">The bytes.</param>
/// <param name="IsStale">Whether it was stored in a way no longer wanted (an older key), so that an update without a change must still be written.</param>
public readonly record struct TransformedValue(ReadOnlyMemory<byte> Value, bool IsStale);
