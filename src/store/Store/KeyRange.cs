namespace Cybernetes.Store;

/// <summary>The keys from <paramref name="Start"/> (included) to <paramref name="End"/> (excluded; empty: no upper bound).</summary>
public readonly record struct KeyRange(StoreKey Start, StoreKey End)
{
    /// <summary>Every key.</summary>
    public static KeyRange All => default;

    /// <summary>One key.</summary>
    public static KeyRange Single(StoreKey key) => new(key, key.Next());

    /// <summary>Every key that starts with <paramref name="prefix"/>.</summary>
    public static KeyRange Prefix(StoreKey prefix) => new(prefix, prefix.PrefixEnd());

    /// <summary>Every key from <paramref name="start"/> on.</summary>
    public static KeyRange From(StoreKey start) => new(start, default);

    /// <summary>Whether the range is exactly one key.</summary>
    public bool IsSingle => End.Length == Start.Length + 1 && End.Span[^1] == 0 && End.StartsWith(Start);

    /// <summary>Whether <paramref name="key"/> lies in the range.</summary>
    public bool Contains(StoreKey key) => key >= Start && (End.IsEmpty || key < End);
}
