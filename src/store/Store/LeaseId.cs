using System.Globalization;

namespace Cybernetes.Store;

/// <summary>The identity of a lease; <see cref="None"/> (0) is "no lease".</summary>
public readonly record struct LeaseId(long Value)
{
    /// <summary>No lease: 0.</summary>
    public static LeaseId None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Value == 0;

    /// <summary>Lower-case hexadecimal, as etcdctl prints it.</summary>
    public override string ToString() => Value.ToString("x", CultureInfo.InvariantCulture);
}
