namespace Cybernetes.Store;

/// <summary>
/// One condition of a transaction: <paramref name="Target"/> of the key, <paramref name="Operator"/>, the operand. A key that does not exist
/// has mod revision, create revision, version and lease 0; comparing its value is always false, as in etcd. Over a range every existing key must satisfy it.
/// </summary>
/// <param name="Range">The key, or the keys.</param>
/// <param name="Target">What is compared.</param>
/// <param name="Operator">How.</param>
/// <param name="Number">The operand, for every target but the value.</param>
/// <param name="Value">The operand, for the value.</param>
public sealed record Compare(
    KeyRange Range, CompareTarget Target, CompareOperator Operator, long Number = 0, ReadOnlyMemory<byte> Value = default)
{
    /// <summary>The key was last written at <paramref name="revision"/> (<see cref="Revision.None"/>: the key does not exist).</summary>
    public static Compare ModRevisionIs(StoreKey key, Revision revision) =>
        new(KeyRange.Single(key), CompareTarget.ModRevision, CompareOperator.Equal, revision.Value);

    /// <summary>The key was created at <paramref name="revision"/>.</summary>
    public static Compare CreateRevisionIs(StoreKey key, Revision revision) =>
        new(KeyRange.Single(key), CompareTarget.CreateRevision, CompareOperator.Equal, revision.Value);

    /// <summary>The key has this version.</summary>
    public static Compare VersionIs(StoreKey key, long version) =>
        new(KeyRange.Single(key), CompareTarget.Version, CompareOperator.Equal, version);

    /// <summary>The key has this value.</summary>
    public static Compare ValueIs(StoreKey key, ReadOnlyMemory<byte> value) =>
        new(KeyRange.Single(key), CompareTarget.Value, CompareOperator.Equal, Value: value);

    /// <summary>The key does not exist.</summary>
    public static Compare Absent(StoreKey key) => ModRevisionIs(key, Revision.None);
}
