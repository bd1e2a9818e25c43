namespace Cybernetes.Api.Machinery;

/// <summary>Gathers the items of a list that is being read; one array that grows, cut to size at the end. A mutable struct: keep it in a local.</summary>
public struct ValueListBuilder<T>
{
    private T[]? _items;
    private int _count;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        _items ??= new T[1];
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count < 4 ? 4 : _count * 2);
        }

        _items[_count++] = item;
    }

    /// <summary>The list gathered; never nil.</summary>
    public readonly ValueList<T> ToList() => ValueList.Adopt(ToArray());

    /// <summary>The list gathered, or nil where nothing was added: protobuf does not tell empty from absent.</summary>
    public readonly ValueList<T> ToListOrNil() => _count == 0 ? default : ToList();

    /// <summary>The items gathered.</summary>
    public readonly T[] ToArray() => _items is null ? [] : _count == _items.Length ? _items : _items[.._count];
}
