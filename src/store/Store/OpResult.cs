namespace Cybernetes.Store;

/// <summary>What one step of a transaction did.</summary>
public abstract record OpResult;

/// <summary>What a <see cref="PutOp"/> did.</summary>
/// <param name="PrevKv">What was there before, when asked for and when there was something.</param>
public sealed record PutResult(KeyValue? PrevKv) : OpResult;

/// <summary>What a <see cref="DeleteOp"/> did.</summary>
/// <param name="Deleted">How many keys were deleted.</param>
/// <param name="PrevKvs">Them, when asked for.</param>
public sealed record DeleteResult(long Deleted, IReadOnlyList<KeyValue> PrevKvs) : OpResult;
