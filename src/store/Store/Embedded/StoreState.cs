using Cybernetes.Store.Embedded.Index;

namespace Cybernetes.Store.Embedded;

/// <summary>What readers see: one durable moment of the store. Immutable, swapped in one field by the writer.</summary>
/// <param name="Tree">The keys.</param>
/// <param name="Revision">The newest durable revision.</param>
/// <param name="Compacted">The oldest revision that can be read; 0: never compacted.</param>
internal sealed record StoreState(KeyTree Tree, long Revision, long Compacted)
{
    public static StoreState Empty { get; } = new(KeyTree.Empty, 1, 0);
}
