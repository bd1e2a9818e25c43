namespace Cybernetes.Store;

/// <summary>What a transaction did.</summary>
/// <param name="Succeeded">Whether the conditions held.</param>
/// <param name="Revision">The store's revision after it: the revision of its writes when it wrote.</param>
/// <param name="Results">One for each step of the branch taken.</param>
public sealed record TxnResult(bool Succeeded, Revision Revision, IReadOnlyList<OpResult> Results) : OpResult;
