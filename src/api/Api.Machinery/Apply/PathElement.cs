using System.Globalization;

namespace Cybernetes.Api.Machinery;

/// <summary>What kind of step a <see cref="PathElement"/> is; the order is the order of elements.</summary>
public enum PathElementKind : byte
{
    /// <summary>The field or key of a map.</summary>
    Field,

    /// <summary>The item of a list that has these values in its key fields.</summary>
    Key,

    /// <summary>The item of a set that is this value.</summary>
    Value,

    /// <summary>The item at this place of a list.</summary>
    Index,
}

/// <summary>One step of the way to a field, as field sets have it (structured-merge-diff's path element). Immutable, ordered.</summary>
public readonly struct PathElement : IEquatable<PathElement>, IComparable<PathElement>
{
    private readonly string? _name;
    private readonly Value _value;

    private PathElement(PathElementKind kind, string? name, Value value)
    {
        Kind = kind;
        _name = name;
        _value = value;
    }

    /// <summary>What kind of step it is.</summary>
    public PathElementKind Kind { get; }

    /// <summary>The field's name; empty for other kinds.</summary>
    public string Name => _name ?? "";

    /// <summary>The key fields as a map, the set's item, or the place.</summary>
    public Value Value => _value;

    /// <summary>A field or a map's key.</summary>
    public static PathElement Field(string name) => new(PathElementKind.Field, name, default);

    /// <summary>A list's item by its key fields.</summary>
    public static PathElement Key(Value keyFields) => new(PathElementKind.Key, null, keyFields);

    /// <summary>A set's item.</summary>
    public static PathElement Item(Value item) => new(PathElementKind.Value, null, item);

    /// <summary>A list's item by its place.</summary>
    public static PathElement Index(int place) => new(PathElementKind.Index, null, place);

    /// <summary>Reads the form of FieldsV1: <c>f:name</c>, <c>k:{"name":"a"}</c>, <c>v:"x"</c>, <c>i:0</c>.</summary>
    /// <exception cref="WireException">The text is of none.</exception>
    public static PathElement Parse(string text)
    {
        if (text.Length < 2 || text[1] != ':')
        {
            throw new WireException($"missing colon: {GoText.Quote(text)}");
        }

        var rest = text[2..];
        return text[0] switch
        {
            'f' => Field(rest),
            'k' when Machinery.Value.ParseJson(rest) is { IsMap: true } keys => Key(keys),
            'v' => Item(Machinery.Value.ParseJson(rest)),
            'i' when int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) => Index(place),
            _ => throw new WireException($"unknown path element: {GoText.Quote(text)}"),
        };
    }

    /// <summary>The form of FieldsV1.</summary>
    public string ToWire() => Kind switch
    {
        PathElementKind.Field => $"f:{_name}",
        PathElementKind.Key => $"k:{_value}",
        PathElementKind.Value => $"v:{_value}",
        _ => $"i:{_value}",
    };

    /// <inheritdoc/>
    public int CompareTo(PathElement other)
    {
        if (Kind != other.Kind)
        {
            return Kind.CompareTo(other.Kind);
        }

        return Kind == PathElementKind.Field ? string.CompareOrdinal(_name, other._name) : ValueOrder.Compare(_value, other._value);
    }

    /// <inheritdoc/>
    public bool Equals(PathElement other) => Kind == other.Kind && _name == other._name && _value == other._value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PathElement other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _name is null ? HashCode.Combine(Kind, _value) : _name.GetHashCode(StringComparison.Ordinal);

    /// <summary>As upstream's messages show it: <c>.spec</c>, <c>[name="a"]</c>, <c>[="x"]</c>, <c>[0]</c>.</summary>
    public override string ToString() => Kind switch
    {
        PathElementKind.Field => $".{_name}",
        PathElementKind.Key => $"[{string.Join(',', _value.Entries.Select(entry => $"{entry.Key}={Text(entry.Value)}"))}]",
        PathElementKind.Value => $"[={Text(_value)}]",
        _ => $"[{_value}]",
    };

    private static string Text(Value value) => value.AsString is { } text ? GoText.Quote(text) : value.ToString();
}
