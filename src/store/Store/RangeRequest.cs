namespace Cybernetes.Store;

/// <summary>What to read. Items come back in key order.</summary>
/// <param name="Range">The keys.</param>
/// <param name="Revision">The revision to read at; <see cref="Revision.None"/>: the newest.</param>
/// <param name="Limit">At most so many items; 0: all.</param>
/// <param name="KeysOnly">Leave the values empty.</param>
/// <param name="CountOnly">Only count: no items.</param>
public sealed record RangeRequest(
    KeyRange Range, Revision Revision = default, long Limit = 0, bool KeysOnly = false, bool CountOnly = false);
