namespace Cybernetes.Api.Rules;

/// <summary>A type of CEL, with its parameters where it has some.</summary>
internal sealed record CelType(string Name, CelType? Key = null, CelType? Item = null)
{
    public static CelType Dyn { get; } = new("dyn");

    public static CelType Bool { get; } = new("bool");

    public static CelType Int { get; } = new("int");

    public static CelType UInt { get; } = new("uint");

    public static CelType Double { get; } = new("double");

    public static CelType String { get; } = new("string");

    public static CelType Bytes { get; } = new("bytes");

    public static CelType Null { get; } = new("null_type");

    public static CelType Timestamp { get; } = new("timestamp");

    public static CelType Duration { get; } = new("duration");

    /// <summary>The fields of a message type; null for other types and for those that have any field.</summary>
    public IReadOnlyDictionary<string, CelType>? Fields { get; init; }

    public static CelType List(CelType item) => new("list", null, item);

    public static CelType Map(CelType key, CelType item) => new("map", key, item);

    public bool IsDyn => this == Dyn;

    public bool Takes(CelType other) => IsDyn || other.IsDyn || (Name == other.Name && (Key is null || Key.Takes(other.Key!)) && (Item is null || Item.Takes(other.Item!)));

    public bool Equals(CelType? other) => other is not null && Name == other.Name && Equals(Key, other.Key) && Equals(Item, other.Item);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => (Key, Item) switch
    {
        ({ } key, { } item) => $"map({key}, {item})",
        (null, { } item) => $"list({item})",
        _ => Name,
    };
}
