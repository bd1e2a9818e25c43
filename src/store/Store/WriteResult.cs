namespace Cybernetes.Store;

/// <summary>What a conditional write did.</summary>
/// <param name="Succeeded">Whether the condition held, and so the write was done.</param>
/// <param name="Revision">The store's revision after it: the new version's revision when it was done.</param>
/// <param name="Item">
/// Not done: the key as it is, null when it does not exist. Done: what was there before, null when nothing was.
/// </param>
public readonly record struct WriteResult(bool Succeeded, Revision Revision, KeyValue? Item);
