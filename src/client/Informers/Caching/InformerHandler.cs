namespace Cybernetes.Informers.Caching;

/// <summary>
/// What is told of changes, in order and on one thread at a time, after the store has them. Must return at once: put a key in a queue.
/// </summary>
/// <param name="Added">An object that is new to the informer.</param>
/// <param name="Updated">The state before and after.</param>
/// <param name="Deleted">The last state known, which a gap in the watch may have made old.</param>
public sealed record InformerHandler<T>(Action<T>? Added = null, Action<T, T>? Updated = null, Action<T>? Deleted = null)
    where T : class;
