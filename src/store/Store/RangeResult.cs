namespace Cybernetes.Store;

/// <summary>What was read.</summary>
/// <param name="Items">The items, in key order, at most the limit.</param>
/// <param name="Count">How many keys the range has at that revision, whatever the limit.</param>
/// <param name="More">Whether the limit cut items off.</param>
/// <param name="Revision">The store's revision when the answer was made (etcd's header revision): for a read of the newest, the revision it shows.</param>
public sealed record RangeResult(IReadOnlyList<KeyValue> Items, long Count, bool More, Revision Revision) : OpResult;
