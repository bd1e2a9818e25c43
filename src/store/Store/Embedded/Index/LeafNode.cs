namespace Cybernetes.Store.Embedded.Index;

/// <summary>The newest versions of some neighbouring keys, in order.</summary>
internal sealed class LeafNode(object owner) : KeyNode(owner)
{
    public KeyValue[] Items { get; } = new KeyValue[Capacity];

    public override StoreKey First => Items[0].Key;

    /// <summary>The place of the first key not less than <paramref name="key"/>, and whether it is that key.</summary>
    public int Find(ReadOnlySpan<byte> key, out bool found)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            var order = Items[middle].Key.Span.SequenceCompareTo(key);
            if (order == 0)
            {
                found = true;
                return middle;
            }
            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        found = false;
        return low;
    }

    public override KeyNode Editable(object owner)
    {
        if (ReferenceEquals(owner, Owner))
        {
            return this;
        }
        var copy = new LeafNode(owner) { Count = Count, Live = Live };
        Array.Copy(Items, copy.Items, Count);
        return copy;
    }

    public override KeyNode Split(object owner)
    {
        const int half = Capacity / 2;
        var right = new LeafNode(owner) { Count = Count - half };
        Array.Copy(Items, half, right.Items, 0, right.Count);
        Array.Clear(Items, half, right.Count);
        Count = half;
        right.Live = right.CountLive();
        Live -= right.Live;
        return right;
    }

    public override void Append(KeyNode right)
    {
        Array.Copy(((LeafNode)right).Items, 0, Items, Count, right.Count);
        Count += right.Count;
        Live += right.Live;
    }

    public void Insert(int index, KeyValue item)
    {
        Array.Copy(Items, index, Items, index + 1, Count - index);
        Items[index] = item;
        Count++;
    }

    public void RemoveAt(int index)
    {
        Count--;
        Array.Copy(Items, index + 1, Items, index, Count - index);
        Items[Count] = null!; // a free slot
    }

    private long CountLive()
    {
        long live = 0;
        for (var i = 0; i < Count; i++)
        {
            live += Items[i].IsTombstone ? 0 : 1;
        }
        return live;
    }
}
