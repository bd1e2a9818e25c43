namespace Cybernetes.Store.Embedded.Index;

/// <summary>
/// All keys in order: a persistent B+ tree, so that a reader keeps the tree it began with while the writer makes the next. A key's
/// versions hang on its newest one (<see cref="KeyValue.Older"/>), which makes the tree readable at every revision still kept.
/// Immutable, thread-safe.
/// </summary>
internal sealed class KeyTree(KeyNode root)
{
    public static KeyTree Empty { get; } = new(new LeafNode(new object()));

    public KeyNode Root { get; } = root;

    /// <summary>The newest version of a key, which may be a tombstone; null when nothing is known of it.</summary>
    public KeyValue? Find(StoreKey key)
    {
        var span = key.Span;
        var node = Root;
        while (node is InnerNode inner)
        {
            node = inner.Children[inner.Find(span)];
        }
        var leaf = (LeafNode)node;
        var index = leaf.Find(span, out var found);
        return found ? leaf.Items[index] : null;
    }

    /// <summary>The version of a key that existed at a revision, or null.</summary>
    public KeyValue? Find(StoreKey key, long revision) => At(Find(key), revision);

    /// <summary>Of a key's versions, the one that existed at a revision, or null.</summary>
    public static KeyValue? At(KeyValue? newest, long revision)
    {
        while (newest is not null && newest.ModRevision.Value > revision)
        {
            newest = newest.Older;
        }
        return newest is { IsTombstone: false } ? newest : null;
    }

    /// <summary>Calls the visitor with what existed in the range at the revision, in order, until it says stop.</summary>
    public void Visit<TVisitor>(KeyRange range, long revision, ref TVisitor visitor)
        where TVisitor : struct, IKeyVisitor
        => Visit(Root, range.Start.Span, range.End.Span, revision, ref visitor);

    /// <summary>How many keys of the range exist now.</summary>
    public long CountLive(KeyRange range) => CountLive(Root, range.Start.Span, range.End.Span);

    private static bool Visit<TVisitor>(
        KeyNode node, ReadOnlySpan<byte> start, ReadOnlySpan<byte> end, long revision, ref TVisitor visitor)
        where TVisitor : struct, IKeyVisitor
    {
        if (node is LeafNode leaf)
        {
            var to = end.IsEmpty ? leaf.Count : leaf.Find(end, out _);
            for (var i = start.IsEmpty ? 0 : leaf.Find(start, out _); i < to; i++)
            {
                if (At(leaf.Items[i], revision) is { } item && !visitor.Visit(item))
                {
                    return false;
                }
            }
            return true;
        }
        var inner = (InnerNode)node;
        var first = start.IsEmpty ? 0 : inner.Find(start);
        var last = end.IsEmpty ? inner.Count - 1 : inner.Find(end);
        for (var i = first; i <= last; i++)
        {
            if (!Visit(inner.Children[i], i == first ? start : default, i == last ? end : default, revision, ref visitor))
            {
                return false;
            }
        }
        return true;
    }

    private static long CountLive(KeyNode node, ReadOnlySpan<byte> start, ReadOnlySpan<byte> end)
    {
        if (start.IsEmpty && end.IsEmpty)
        {
            return node.Live;
        }
        long live = 0;
        if (node is LeafNode leaf)
        {
            var to = end.IsEmpty ? leaf.Count : leaf.Find(end, out _);
            for (var i = start.IsEmpty ? 0 : leaf.Find(start, out _); i < to; i++)
            {
                live += leaf.Items[i].IsTombstone ? 0 : 1;
            }
            return live;
        }
        var inner = (InnerNode)node;
        var first = start.IsEmpty ? 0 : inner.Find(start);
        var last = end.IsEmpty ? inner.Count - 1 : inner.Find(end);
        for (var i = first; i <= last; i++)
        {
            live += CountLive(inner.Children[i], i == first ? start : default, i == last ? end : default);
        }
        return live;
    }
}
