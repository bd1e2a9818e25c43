namespace Cybernetes.Store;

/// <summary>One change of one key.</summary>
/// <param name="Item">The new version; for a delete: the key and, as mod revision, when.</param>
/// <param name="PrevKv">
/// The version before, when the watch asked for it, there was one, and it is not compacted away. The embedded store always fills it.
/// </param>
public sealed record StoreEvent(KeyValue Item, KeyValue? PrevKv)
{
    /// <summary>Whether the key was deleted.</summary>
    public bool IsDelete => Item.Version == 0;

    /// <summary>Whether the key was created (it did not exist before).</summary>
    public bool IsCreate => Item.Version == 1;
}
