using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// An immutable map from string, kept as one array sorted by ordinal key, so that every encoding of it is canonical. <c>default</c> is
/// upstream's nil map; it equals the empty map. Look-up is by binary search.
/// </summary>
public readonly struct ValueMap<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<ValueMap<TValue>>
{
    private readonly KeyValuePair<string, TValue>[]? _entries;

    internal ValueMap(KeyValuePair<string, TValue>[]? sorted) => _entries = sorted;

    internal KeyValuePair<string, TValue>[] AsArray() => _entries ?? [];

    /// <summary>True for upstream's nil map.</summary>
    public bool IsNil => _entries is null;

    /// <summary>True when there is no entry.</summary>
    public bool IsEmpty => _entries is null || _entries.Length == 0;

    /// <inheritdoc/>
    public int Count => _entries?.Length ?? 0;

    /// <summary>The entries in ordinal order of their keys, without a copy.</summary>
    public ReadOnlySpan<KeyValuePair<string, TValue>> Span => _entries;

    /// <summary>The keys in ordinal order.</summary>
    public IEnumerable<string> Keys => this.Select(entry => entry.Key);

    /// <summary>The values in the order of their keys.</summary>
    public IEnumerable<TValue> Values => this.Select(entry => entry.Value);

    /// <inheritdoc/>
    public TValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"no entry \"{key}\"");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value)
    {
        var at = Find(key);
        value = at >= 0 ? _entries![at].Value : default;
        return at >= 0;
    }

    /// <summary>The value of <paramref name="key"/>, or the type's default where there is none.</summary>
    public TValue? GetValueOrDefault(string key) => TryGetValue(key, out var value) ? value : default;

    /// <summary>A copy in which <paramref name="key"/> has <paramref name="value"/>.</summary>
    public ValueMap<TValue> With(string key, TValue value)
    {
        var at = Find(key);
        KeyValuePair<string, TValue>[] entries;
        if (at >= 0)
        {
            entries = Span.ToArray();
        }
        else
        {
            at = ~at;
            entries = new KeyValuePair<string, TValue>[Count + 1];
            Span[..at].CopyTo(entries);
            Span[at..].CopyTo(entries.AsSpan(at + 1));
        }

        entries[at] = new(key, value);
        return new(entries);
    }

    /// <summary>A copy without <paramref name="key"/>; the same map when it is not there.</summary>
    public ValueMap<TValue> Without(string key)
    {
        var at = Find(key);
        return at < 0 ? this : new([.. Span[..at], .. Span[(at + 1)..]]);
    }

    /// <summary>A copy with all entries of <paramref name="other"/> laid over this map's.</summary>
    public ValueMap<TValue> Overlay(ValueMap<TValue> other)
    {
        if (other.IsEmpty)
        {
            return this;
        }

        return IsEmpty ? other : ValueMap.From(this.Concat(other));
    }

    /// <inheritdoc cref="IEnumerable{T}.GetEnumerator"/>
    public ValueList<KeyValuePair<string, TValue>>.Enumerator GetEnumerator() => new(_entries ?? []);

    IEnumerator<KeyValuePair<string, TValue>> IEnumerable<KeyValuePair<string, TValue>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, TValue>>)(_entries ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_entries ?? []).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueMap<TValue> other)
    {
        if (ReferenceEquals(_entries, other._entries))
        {
            return true;
        }

        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            var (mine, theirs) = (_entries![i], other._entries![i]);
            if (mine.Key != theirs.Key || !EqualityComparer<TValue>.Default.Equals(mine.Value, theirs.Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueMap<TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (key, value) in this)
        {
            hash.Add(key);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"map[{string.Join(' ', this.Select(entry => $"{entry.Key}:{entry.Value}"))}]";

    /// <summary>Value equality.</summary>
    public static bool operator ==(ValueMap<TValue> left, ValueMap<TValue> right) => left.Equals(right);

    /// <summary>Value inequality.</summary>
    public static bool operator !=(ValueMap<TValue> left, ValueMap<TValue> right) => !left.Equals(right);

    private int Find(string key)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(_entries![middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}

/// <summary>Makes <see cref="ValueMap{TValue}"/>s.</summary>
public static class ValueMap
{
    /// <summary>A map of the given entries; of equal keys the last wins.</summary>
    public static ValueMap<TValue> Of<TValue>(params ReadOnlySpan<(string Key, TValue Value)> entries)
    {
        var pairs = new KeyValuePair<string, TValue>[entries.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = new(entries[i].Key, entries[i].Value);
        }

        return Adopt(pairs);
    }

    /// <summary>A map of the entries of a sequence; of equal keys the last wins.</summary>
    public static ValueMap<TValue> From<TValue>(IEnumerable<KeyValuePair<string, TValue>> entries) => Adopt(entries.ToArray());

    /// <summary>A map of the items of a sequence by key; of equal keys the last wins.</summary>
    public static ValueMap<TValue> ToValueMap<TSource, TValue>(this IEnumerable<TSource> items, Func<TSource, string> key, Func<TSource, TValue> value) =>
        Adopt(items.Select(item => new KeyValuePair<string, TValue>(key(item), value(item))).ToArray());

    /// <summary>A map that takes over <paramref name="entries"/>, in any order, which the caller must not use any more.</summary>
    public static ValueMap<TValue> Adopt<TValue>(KeyValuePair<string, TValue>[] entries)
    {
        var unsorted = false;
        for (var i = 1; i < entries.Length && !unsorted; i++)
        {
            unsorted = string.CompareOrdinal(entries[i - 1].Key, entries[i].Key) >= 0;
        }

        return new(unsorted ? SortAndDeduplicate(entries) : entries);
    }

    /// <summary>The map of the entries gathered, or nil where nothing was added: protobuf does not tell empty from absent.</summary>
    public static ValueMap<TValue> ToMapOrNil<TValue>(this ref ValueListBuilder<KeyValuePair<string, TValue>> gathered)
    {
        var entries = gathered.ToArray();
        return entries.Length == 0 ? default : Adopt(entries);
    }

    private static KeyValuePair<string, TValue>[] SortAndDeduplicate<TValue>(KeyValuePair<string, TValue>[] entries)
    {
        // A stable order, so that the last of equal keys is last among them.
        const int Few = 32;
        var sorted = entries.Length > Few ? entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray() : InsertionSort(entries);
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i + 1 < sorted.Length && sorted[i + 1].Key == sorted[i].Key)
            {
                continue;
            }

            sorted[kept++] = sorted[i];
        }

        return kept == sorted.Length ? sorted : sorted[..kept];
    }

    private static KeyValuePair<string, TValue>[] InsertionSort<TValue>(KeyValuePair<string, TValue>[] entries)
    {
        for (var i = 1; i < entries.Length; i++)
        {
            var entry = entries[i];
            var at = i;
            for (; at > 0 && string.CompareOrdinal(entries[at - 1].Key, entry.Key) > 0; at--)
            {
                entries[at] = entries[at - 1];
            }

            entries[at] = entry;
        }

        return entries;
    }
}
