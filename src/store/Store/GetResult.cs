namespace Cybernetes.Store;

/// <summary>What a get found.</summary>
/// <param name="Item">The key's version at the asked revision; null when it does not exist.</param>
/// <param name="Revision">The store's revision when the answer was made.</param>
public readonly record struct GetResult(KeyValue? Item, Revision Revision);
