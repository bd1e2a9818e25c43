using System.Globalization;

namespace Cybernetes.Store;

/// <summary>
/// A point in the store's history: it grows by one with every transaction that changed something. A store that was never written
/// to stands at revision 1, as etcd does. <see cref="None"/> (0) means "the newest" where a revision to read at is asked,
/// "does not exist" where a key's revision is compared.
/// </summary>
public readonly record struct Revision(long Value) : IComparable<Revision>
{
    /// <summary>No revision: 0.</summary>
    public static Revision None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Value == 0;

    /// <summary>The revision after this one.</summary>
    public Revision Next() => new(Value + 1);

    /// <inheritdoc/>
    public int CompareTo(Revision other) => Value.CompareTo(other.Value);

    /// <summary>The number in decimal, as a Kubernetes resourceVersion has it.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Revision left, Revision right) => left.Value < right.Value;

    /// <summary>Later than.</summary>
    public static bool operator >(Revision left, Revision right) => left.Value > right.Value;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Revision left, Revision right) => left.Value <= right.Value;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Revision left, Revision right) => left.Value >= right.Value;
}
