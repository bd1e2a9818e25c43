namespace Cybernetes.Store.Embedded.Index;

/// <summary>
/// A node of the <see cref="KeyTree"/>. Published nodes never change; a node made by the editor that runs may be changed in place by
/// it (<see cref="Owner"/>), so that a group of writes copies each path once.
/// </summary>
internal abstract class KeyNode(object owner)
{
    /// <summary>Slots in a node.</summary>
    public const int Capacity = 32;

    /// <summary>Below this a node is merged with a neighbour when the two fit.</summary>
    public const int Sparse = Capacity / 4;

    /// <summary>The edit that may change the node.</summary>
    public object Owner { get; } = owner;

    /// <summary>Slots in use.</summary>
    public int Count { get; set; }

    /// <summary>Keys below that exist now: tombstones kept for history are not counted.</summary>
    public long Live { get; set; }

    /// <summary>The smallest key below.</summary>
    public abstract StoreKey First { get; }

    /// <summary>This node if <paramref name="owner"/> may change it, else a copy it may change.</summary>
    public abstract KeyNode Editable(object owner);

    /// <summary>Moves the upper half into a new node.</summary>
    public abstract KeyNode Split(object owner);

    /// <summary>Takes over everything of the neighbour on the right.</summary>
    public abstract void Append(KeyNode right);
}
