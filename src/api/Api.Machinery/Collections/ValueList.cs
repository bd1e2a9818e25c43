using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// An immutable list with value equality: one array, no allocation beside it. <c>default</c> is upstream's nil slice, which JSON shows as
/// <c>null</c> where the field is not left out; it equals the empty list (upstream's semantic equality) and may be enumerated.
/// </summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? _items;

    internal ValueList(T[]? items) => _items = items;

    internal T[] AsArray() => _items ?? [];

    /// <summary>True for upstream's nil slice; an empty list that was written as <c>[]</c> is not nil.</summary>
    public bool IsNil => _items is null;

    /// <summary>True when there is no item.</summary>
    public bool IsEmpty => _items is null || _items.Length == 0;

    /// <inheritdoc/>
    public int Count => _items?.Length ?? 0;

    /// <inheritdoc/>
    public T this[int index] => (_items ?? [])[index];

    /// <summary>The items without a copy.</summary>
    public ReadOnlySpan<T> Span => _items;

    /// <summary>A copy with <paramref name="item"/> at the end.</summary>
    public ValueList<T> Add(T item)
    {
        var items = new T[Count + 1];
        Span.CopyTo(items);
        items[^1] = item;
        return new(items);
    }

    /// <summary>A copy with the item at <paramref name="index"/> replaced.</summary>
    public ValueList<T> SetItem(int index, T item)
    {
        var items = Span.ToArray();
        items[index] = item;
        return new(items);
    }

    /// <summary>The list with each item mapped; nil stays nil. Returns the very same list when no item changed.</summary>
    public ValueList<T> Update(Func<T, T> change)
    {
        T[]? changed = null;
        for (var i = 0; i < Count; i++)
        {
            var before = _items![i];
            var after = change(before);
            if (changed is null && !ReferenceEquals(before, after) && !EqualityComparer<T>.Default.Equals(before, after))
            {
                changed = Span.ToArray();
            }

            changed?[i] = after;
        }

        return changed is null ? this : new(changed);
    }

    /// <inheritdoc cref="IEnumerable{T}.GetEnumerator"/>
    public Enumerator GetEnumerator() => new(_items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other)
    {
        if (ReferenceEquals(_items, other._items))
        {
            return true;
        }

        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items![i], other._items![i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Span)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(' ', this)}]";

    /// <summary>Value equality.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Value inequality.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>Enumerates without allocation.</summary>
    public struct Enumerator(T[] items)
    {
        private int _index = -1;

        /// <summary>The item at hand.</summary>
        public readonly T Current => items[_index];

        /// <summary>Moves on; false at the end.</summary>
        public bool MoveNext() => ++_index < items.Length;
    }
}

/// <summary>Makes <see cref="ValueList{T}"/>s; collection expressions (<c>[a, b]</c>) come here.</summary>
public static class ValueList
{
    /// <summary>A list of a copy of <paramref name="items"/>.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.Length == 0 ? [] : items.ToArray());

    /// <summary>A list that takes over <paramref name="items"/>, which the caller must not change any more; null gives the nil list.</summary>
    public static ValueList<T> Adopt<T>(T[]? items) => new(items);

    /// <summary>A list of the items of a sequence.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new(items.ToArray());

    /// <summary>A list of the items gathered so far; a list without items stays empty, not nil.</summary>
    public static ValueList<T> ToValueList<T>(this List<T> items) => new(CollectionsMarshal.AsSpan(items).ToArray());
}
