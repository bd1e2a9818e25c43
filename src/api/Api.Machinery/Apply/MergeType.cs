namespace Cybernetes.Api.Machinery;

/// <summary>What a place in an object holds, to server-side apply.</summary>
public enum MergeKind : byte
{
    /// <summary>Whatever the value there is: maps merge by key, lists are atomic.</summary>
    Untyped,

    /// <summary>A text, number or truth value.</summary>
    Scalar,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map or struct.</summary>
    Map,
}

/// <summary>What a scalar must be.</summary>
public enum MergeScalar : byte
{
    /// <summary>Any scalar.</summary>
    Any,

    /// <summary>A text.</summary>
    String,

    /// <summary>A number.</summary>
    Numeric,

    /// <summary>A truth value.</summary>
    Boolean,
}

/// <summary>
/// What server-side apply must know of one place in an object: whether it merges and by what. Built from a <see cref="MessageSchema"/>, or by
/// hand from the OpenAPI schema of a custom resource.
/// </summary>
public sealed class MergeType
{
    private IReadOnlyDictionary<string, MergeType>? _fields;
    private MergeType? _element;

    /// <summary>A place without a schema.</summary>
    public static MergeType Untyped { get; } = new() { Kind = MergeKind.Untyped };

    /// <summary>What the place holds.</summary>
    public required MergeKind Kind { get; init; }

    /// <summary>A list, map or struct that one manager owns as a whole.</summary>
    public bool Atomic { get; init; }

    /// <summary>The key fields of a list whose items merge; a list that is neither atomic nor keyed is a set.</summary>
    public ValueList<string> Keys { get; init; }

    /// <summary>What a scalar must be.</summary>
    public MergeScalar Scalar { get; init; }

    /// <summary>True where fields that are not declared may stand.</summary>
    public bool PreservesUnknown { get; init; }

    /// <summary>The default of a field that is a list's key; null where there is none.</summary>
    public IReadOnlyDictionary<string, Value>? KeyDefaults { get; init; }

    /// <summary>Gives <see cref="Fields"/>, late, since types may contain themselves.</summary>
    public Func<IReadOnlyDictionary<string, MergeType>>? FieldSource { get; init; }

    /// <summary>Gives <see cref="Element"/>, late.</summary>
    public Func<MergeType>? ElementSource { get; init; }

    /// <summary>The declared fields of a struct.</summary>
    public IReadOnlyDictionary<string, MergeType> Fields => _fields ??= FieldSource?.Invoke() ?? new Dictionary<string, MergeType>();

    /// <summary>What a list's items or a map's entries are.</summary>
    public MergeType Element => _element ??= ElementSource?.Invoke() ?? Untyped;

    /// <summary>True for a map whose keys are not declared.</summary>
    public bool IsOpenMap => ElementSource is not null;

    /// <summary>True for a struct's field.</summary>
    public bool IsDeclared(string name) => Fields.ContainsKey(name);

    /// <summary>What the field or entry of that name is.</summary>
    public MergeType Field(string name) => Fields.TryGetValue(name, out var declared) ? declared : Element;

    /// <summary>What a step leads to.</summary>
    public MergeType Step(PathElement element) => element.Kind == PathElementKind.Field ? Field(element.Name) : Element;

    /// <summary>The treatment of a value at a place without a schema: maps merge, lists do not.</summary>
    internal MergeType For(Value? value) => Kind != MergeKind.Untyped ? this
        : value is { IsMap: true } ? _untypedMap
        : value is { IsList: true } ? _untypedList
        : _untypedScalar;

    private static readonly MergeType _untypedMap = new() { Kind = MergeKind.Map, ElementSource = () => Untyped, PreservesUnknown = true };
    private static readonly MergeType _untypedList = new() { Kind = MergeKind.List, Atomic = true };
    private static readonly MergeType _untypedScalar = new() { Kind = MergeKind.Scalar };
}
