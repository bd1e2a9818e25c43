namespace Cybernetes.Store;

/// <summary>
/// If every condition holds then the steps of <see cref="Then"/>, else those of <see cref="Else"/>; all at one revision or not at all.
/// A key may be written only once in a transaction (<see cref="StoreError.DuplicateKey"/>).
/// </summary>
public sealed record Txn
{
    /// <summary>The conditions; none: holds.</summary>
    public IReadOnlyList<Compare> If { get; init; } = [];

    /// <summary>The steps when all hold.</summary>
    public IReadOnlyList<StoreOp> Then { get; init; } = [];

    /// <summary>The steps otherwise.</summary>
    public IReadOnlyList<StoreOp> Else { get; init; } = [];
}
