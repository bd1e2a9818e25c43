namespace Cybernetes.Api.Machinery;

/// <summary>What a <see cref="Value"/> is.</summary>
public enum ValueKind : byte
{
    /// <summary>JSON's null, and the default.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A whole number that fits 64 bits.</summary>
    Integer,

    /// <summary>Any other number.</summary>
    Double,

    /// <summary>A text.</summary>
    String,

    /// <summary>An ordered list.</summary>
    List,

    /// <summary>A map from string; entries stand in ordinal order of their keys.</summary>
    Map,
}

/// <summary>
/// One immutable JSON value of a kind known only at run time: what patches, server-side apply, YAML, CBOR and custom resources work on.
/// Sixteen bytes; maps are sorted, so equal values are equal bytes. Whole numbers keep 64 bits exactly, as upstream's unstructured content does.
/// </summary>
public readonly partial struct Value : IEquatable<Value>
{
    private static readonly object _boolean = new(), _integer = new(), _double = new();

    private readonly object? _reference;
    private readonly long _bits;

    private Value(object? reference, long bits = 0)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary>JSON's null.</summary>
    public static Value Null => default;

    /// <summary>A map without entries.</summary>
    public static Value EmptyMap { get; } = new(Array.Empty<KeyValuePair<string, Value>>());

    /// <summary>What this value is.</summary>
    public ValueKind Kind => _reference switch
    {
        null => ValueKind.Null,
        string => ValueKind.String,
        Value[] => ValueKind.List,
        KeyValuePair<string, Value>[] => ValueKind.Map,
        var tag => ReferenceEquals(tag, _boolean) ? ValueKind.Boolean : ReferenceEquals(tag, _integer) ? ValueKind.Integer : ValueKind.Double,
    };

    /// <summary>True for JSON's null.</summary>
    public bool IsNull => _reference is null;

    /// <summary>True for a map.</summary>
    public bool IsMap => _reference is KeyValuePair<string, Value>[];

    /// <summary>True for a list.</summary>
    public bool IsList => _reference is Value[];

    /// <summary>True for a text.</summary>
    public bool IsString => _reference is string;

    /// <summary>The text, or null where this is something else.</summary>
    public string? AsString => _reference as string;

    /// <summary>The truth value, or null where this is something else.</summary>
    public bool? AsBoolean => ReferenceEquals(_reference, _boolean) ? _bits != 0 : null;

    /// <summary>The whole number, or null where this is something else.</summary>
    public long? AsInteger => ReferenceEquals(_reference, _integer) ? _bits : null;

    /// <summary>The number, whole or not, or null where this is something else.</summary>
    public double? AsDouble => ReferenceEquals(_reference, _double) ? BitConverter.Int64BitsToDouble(_bits) : AsInteger;

    /// <summary>The items of a list; empty where this is something else.</summary>
    public ValueList<Value> Items => new(_reference as Value[]);

    /// <summary>The entries of a map; empty where this is something else.</summary>
    public ValueMap<Value> Entries => new(_reference as KeyValuePair<string, Value>[]);

    /// <summary>The entry <paramref name="key"/> of a map; null where it is absent or this is no map.</summary>
    public Value this[string key] => Entries.GetValueOrDefault(key);

    /// <summary>The value reached by following map keys; null where one is absent.</summary>
    public Value At(params ReadOnlySpan<string> path)
    {
        var at = this;
        foreach (var key in path)
        {
            at = at[key];
        }

        return at;
    }

    /// <summary>A map with one entry set; a value that is no map counts as an empty one.</summary>
    public Value With(string key, Value value) => Map(Entries.With(key, value));

    /// <summary>A map with one entry removed.</summary>
    public Value Without(string key) => Map(Entries.Without(key));

    /// <summary>A list of values.</summary>
    public static Value List(ValueList<Value> items) => new(items.IsNil ? [] : items.AsArray());

    /// <summary>A map of values.</summary>
    public static Value Map(ValueMap<Value> entries) => new(entries.IsNil ? Array.Empty<KeyValuePair<string, Value>>() : entries.AsArray());

    /// <summary>A map of the given entries.</summary>
    public static Value MapOf(params ReadOnlySpan<(string Key, Value Value)> entries) => Map(ValueMap.Of(entries));

    /// <summary>A text; null gives JSON's null.</summary>
    public static implicit operator Value(string? text) => new(text);

    /// <summary>A truth value.</summary>
    public static implicit operator Value(bool truth) => new(_boolean, truth ? 1 : 0);

    /// <summary>A whole number.</summary>
    public static implicit operator Value(long number) => new(_integer, number);

    /// <summary>Any number.</summary>
    public static implicit operator Value(double number) => new(_double, BitConverter.DoubleToInt64Bits(number));

    /// <inheritdoc/>
    public bool Equals(Value other) => (_reference, other._reference) switch
    {
        (Value[] mine, Value[] theirs) => new ValueList<Value>(mine).Equals(new(theirs)),
        (KeyValuePair<string, Value>[] mine, KeyValuePair<string, Value>[] theirs) => new ValueMap<Value>(mine).Equals(new(theirs)),
        (string mine, string theirs) => mine == theirs,
        _ when Kind is ValueKind.Double || other.Kind is ValueKind.Double => AsDouble is { } mine && other.AsDouble is { } theirs && mine.Equals(theirs),
        _ => ReferenceEquals(_reference, other._reference) && _bits == other._bits,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _reference switch
    {
        Value[] items => new ValueList<Value>(items).GetHashCode(),
        KeyValuePair<string, Value>[] entries => new ValueMap<Value>(entries).GetHashCode(),
        string text => text.GetHashCode(StringComparison.Ordinal),
        _ => AsDouble is { } number ? number.GetHashCode() : HashCode.Combine(Kind, _bits),
    };

    /// <summary>Value equality; 1 equals 1.0.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Value inequality.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);
}
