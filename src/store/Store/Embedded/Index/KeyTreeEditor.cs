namespace Cybernetes.Store.Embedded.Index;

/// <summary>
/// The next tree in the making. What was published is copied before it is changed; <see cref="Publish"/> ends the right to change what this
/// edit made. Dropping the editor undoes everything. Used by the one writer.
/// </summary>
internal sealed class KeyTreeEditor(KeyTree from)
{
    private object _owner = new();
    private KeyTree _tree = from;

    /// <summary>The tree as it is now; valid until the next change.</summary>
    public KeyTree Tree => _tree;

    /// <summary>The tree as it is now, for ever.</summary>
    public KeyTree Publish()
    {
        _owner = new object();
        return _tree;
    }

    /// <summary>Puts a key's newest version in, instead of the one before if there is one.</summary>
    public void Set(KeyValue item)
    {
        var root = Set(_tree.Root, item, out var right);
        if (right is not null)
        {
            var top = new InnerNode(_owner) { Live = root.Live + right.Live };
            top.Insert(0, root);
            top.Insert(1, right);
            root = top;
        }
        Become(root);
    }

    /// <summary>Forgets a key.</summary>
    public void Remove(StoreKey key)
    {
        if (_tree.Find(key) is null)
        {
            return;
        }
        var root = Remove(_tree.Root, key);
        while (root is InnerNode { Count: 1 } inner)
        {
            root = inner.Children[0];
        }
        Become(root is InnerNode { Count: 0 } ? new LeafNode(_owner) : root);
    }

    private void Become(KeyNode root)
    {
        if (!ReferenceEquals(root, _tree.Root))
        {
            _tree = new KeyTree(root);
        }
    }

    private KeyNode Set(KeyNode from, KeyValue item, out KeyNode? right)
    {
        right = null;
        var node = from.Editable(_owner);
        var live = node.Live;
        if (node is LeafNode leaf)
        {
            var index = leaf.Find(item.Key.Span, out var found);
            if (found)
            {
                leaf.Live -= leaf.Items[index].IsTombstone ? 0 : 1;
                leaf.Items[index] = item;
                leaf.Live += item.IsTombstone ? 0 : 1;
                return leaf;
            }
            if (leaf.Count == KeyNode.Capacity)
            {
                right = leaf.Split(_owner);
                if (index > leaf.Count)
                {
                    index -= leaf.Count;
                    leaf = (LeafNode)right;
                }
            }
            leaf.Insert(index, item);
            leaf.Live += item.IsTombstone ? 0 : 1;
            return node;
        }
        var inner = (InnerNode)node;
        var at = inner.Find(item.Key.Span);
        var childBefore = inner.Children[at].Live;
        var child = Set(inner.Children[at], item, out var added);
        inner.Children[at] = child;
        if (at == 0 && item.Key < inner.Keys[0])
        {
            inner.Keys[0] = item.Key;
        }
        inner.Live = live + child.Live + (added?.Live ?? 0) - childBefore;
        if (added is not null)
        {
            right = InsertChild(inner, at + 1, added);
        }
        return inner;
    }

    /// <summary>Puts a child in whose keys the node's Live already counts; the new right half when the node had to be split.</summary>
    private InnerNode? InsertChild(InnerNode node, int index, KeyNode child)
    {
        if (node.Count < KeyNode.Capacity)
        {
            node.Insert(index, child);
            return null;
        }
        node.Live -= child.Live;
        var right = (InnerNode)node.Split(_owner);
        var target = node;
        if (index > node.Count)
        {
            index -= node.Count;
            target = right;
        }
        target.Insert(index, child);
        target.Live += child.Live;
        return right;
    }

    private KeyNode Remove(KeyNode from, StoreKey key)
    {
        var node = from.Editable(_owner);
        if (node is LeafNode leaf)
        {
            var index = leaf.Find(key.Span, out _);
            leaf.Live -= leaf.Items[index].IsTombstone ? 0 : 1;
            leaf.RemoveAt(index);
            return leaf;
        }
        var inner = (InnerNode)node;
        var at = inner.Find(key.Span);
        var before = inner.Children[at].Live;
        var child = Remove(inner.Children[at], key);
        inner.Live += child.Live - before;
        if (child.Count == 0)
        {
            inner.RemoveAt(at);
            return inner;
        }
        inner.Children[at] = child;
        if (child.Count < KeyNode.Sparse)
        {
            Merge(inner, at == 0 ? 0 : at - 1);
        }
        return inner;
    }

    private void Merge(InnerNode parent, int left)
    {
        if (left + 1 >= parent.Count || parent.Children[left].Count + parent.Children[left + 1].Count > KeyNode.Capacity * 3 / 4)
        {
            return;
        }
        var node = parent.Children[left].Editable(_owner);
        node.Append(parent.Children[left + 1]);
        parent.Children[left] = node;
        parent.RemoveAt(left + 1);
    }
}
