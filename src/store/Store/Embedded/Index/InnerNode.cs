namespace Cybernetes.Store.Embedded.Index;

/// <summary>Children in order; <c>Keys[i]</c> is not greater than any key below child i and greater than all below child i - 1.</summary>
internal sealed class InnerNode(object owner) : KeyNode(owner)
{
    public StoreKey[] Keys { get; } = new StoreKey[Capacity];

    public KeyNode[] Children { get; } = new KeyNode[Capacity];

    public override StoreKey First => Keys[0];

    /// <summary>The child under which <paramref name="key"/> belongs.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        int low = 1, high = Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Keys[middle].Span.SequenceCompareTo(key) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low - 1;
    }

    public override KeyNode Editable(object owner)
    {
        if (ReferenceEquals(owner, Owner))
        {
            return this;
        }
        var copy = new InnerNode(owner) { Count = Count, Live = Live };
        Array.Copy(Keys, copy.Keys, Count);
        Array.Copy(Children, copy.Children, Count);
        return copy;
    }

    public override KeyNode Split(object owner)
    {
        const int half = Capacity / 2;
        var right = new InnerNode(owner) { Count = Count - half };
        Array.Copy(Keys, half, right.Keys, 0, right.Count);
        Array.Copy(Children, half, right.Children, 0, right.Count);
        Array.Clear(Keys, half, right.Count);
        Array.Clear(Children, half, right.Count);
        Count = half;
        for (var i = 0; i < right.Count; i++)
        {
            right.Live += right.Children[i].Live;
        }
        Live -= right.Live;
        return right;
    }

    public override void Append(KeyNode right)
    {
        var other = (InnerNode)right;
        Array.Copy(other.Keys, 0, Keys, Count, other.Count);
        Array.Copy(other.Children, 0, Children, Count, other.Count);
        Count += other.Count;
        Live += other.Live;
    }

    public void Insert(int index, KeyNode child)
    {
        Array.Copy(Keys, index, Keys, index + 1, Count - index);
        Array.Copy(Children, index, Children, index + 1, Count - index);
        Keys[index] = child.First;
        Children[index] = child;
        Count++;
    }

    public void RemoveAt(int index)
    {
        Count--;
        Array.Copy(Keys, index + 1, Keys, index, Count - index);
        Array.Copy(Children, index + 1, Children, index, Count - index);
        Keys[Count] = default;
        Children[Count] = null!; // a free slot
    }
}
