using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// The field table of one message, written by the generator. Strategic merge, server-side apply, strict decoding, OpenAPI and explain read it.
/// </summary>
public sealed class MessageSchema
{
    private readonly Func<FieldSchema[]> _declare;
    private FieldSchema[]? _fields;
    private FieldSchema[]? _jsonFields;
    private Dictionary<string, FieldSchema>? _byName;

    /// <summary>A table whose fields are made when first asked for.</summary>
    public MessageSchema(string package, string name, GroupVersionKind? kind, Func<FieldSchema[]> declare)
    {
        Package = package;
        Name = name;
        Kind = kind;
        _declare = declare;
    }

    /// <summary>Upstream's protobuf package.</summary>
    public string Package { get; }

    /// <summary>The message's name.</summary>
    public string Name { get; }

    /// <summary>The documentation that OpenAPI and explain show; empty where there is none.</summary>
    public string Doc => Line(0) is { Length: > 0 } own ? own : WordsLike?.Invoke().Doc ?? "";

    /// <summary>The documentation, a line for the message and one for each field; null where there is none.</summary>
    public SchemaWords? Words { get; init; }

    /// <summary>The message whose documentation stands in for what is missing here: the same one in another version.</summary>
    public Func<MessageSchema>? WordsLike { get; init; }

    /// <summary>Group, version and kind, for a kind: its JSON has <c>kind</c> and <c>apiVersion</c> beside the fields.</summary>
    public GroupVersionKind? Kind { get; }

    /// <summary>The fields as declared, in upstream's order.</summary>
    public IReadOnlyList<FieldSchema> Fields => _fields ??= Declare();

    /// <summary>The fields as JSON shows them: those of inlined messages stand among the others.</summary>
    public IReadOnlyList<FieldSchema> JsonFields =>
        _jsonFields ??= [.. Fields.SelectMany(declared => declared.Inline ? declared.Message!.JsonFields : [declared])];

    /// <summary>The field of that JSON name; null where there is none.</summary>
    public FieldSchema? Find(string jsonName) =>
        (_byName ??= JsonFields.ToDictionary(row => row.JsonName)).GetValueOrDefault(jsonName);

    /// <summary>A field's own words, or those of its namesake, or of its type.</summary>
    internal string DocOf(FieldSchema field, int row)
    {
        var own = Line(row + 1);
        var inherited = own.Length > 0 ? own : WordsLike?.Invoke().Find(field.JsonName)?.Doc ?? "";
        return inherited.Length > 0 ? inherited : field.Message?.Doc ?? "";
    }

    private FieldSchema[] Declare()
    {
        var fields = _declare();
        for (var row = 0; row < fields.Length; row++)
        {
            fields[row].BelongTo(this, row);
        }

        return fields;
    }

    private string Line(int row)
    {
        if (Words is null)
        {
            return "";
        }

        var words = Words();
        for (; row > 0; row--)
        {
            words = words[(words.IndexOf((byte)'\n') + 1)..];
        }

        var end = words.IndexOf((byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? words : words[..end]);
    }
}

/// <summary>Gives a message's documentation: bytes of the binary itself, so that it costs no memory until it is read.</summary>
public delegate ReadOnlySpan<byte> SchemaWords();

/// <summary>What a field holds, or what its items or entries hold.</summary>
public enum FieldType : byte
{
    /// <summary>A text.</summary>
    String,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A 32-bit whole number.</summary>
    Int32,

    /// <summary>A 64-bit whole number.</summary>
    Int64,

    /// <summary>A floating point number.</summary>
    Double,

    /// <summary>Bytes, base64 in JSON.</summary>
    Bytes,

    /// <summary>A message with a field table.</summary>
    Message,

    /// <summary>A value type that is a leaf to merge and apply: Quantity, Time, IntOrString, Duration, raw JSON …</summary>
    Leaf,
}

/// <summary>How many values a field holds.</summary>
public enum FieldShape : byte
{
    /// <summary>One.</summary>
    Single,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map from string.</summary>
    Map,
}

/// <summary>One row of a <see cref="MessageSchema"/>.</summary>
public sealed class FieldSchema
{
    private MessageSchema? _owner;
    private int _row;

    /// <summary>The name in JSON.</summary>
    public required string JsonName { get; init; }

    /// <summary>The protobuf field number.</summary>
    public required int Number { get; init; }

    /// <summary>What the field, its items or its entries hold.</summary>
    public required FieldType Type { get; init; }

    /// <summary>One, a list or a map.</summary>
    public FieldShape Shape { get; init; }

    /// <summary>True where upstream has a pointer: unset differs from zero.</summary>
    public bool Pointer { get; init; }

    /// <summary>True where JSON shows the field even when zero.</summary>
    public bool Always { get; init; }

    /// <summary>True where the OpenAPI document requires the field.</summary>
    public bool Required { get; init; }

    /// <summary>True where the message's fields stand among the parent's in JSON.</summary>
    public bool Inline { get; init; }

    /// <summary>The OpenAPI default as JSON.</summary>
    public string? Default { get; init; }

    /// <summary><c>x-kubernetes-list-type</c> or map type: atomic, set, map or granular.</summary>
    public string? ListType { get; init; }

    /// <summary><c>x-kubernetes-list-map-keys</c>.</summary>
    public string[] MapKeys { get; init; } = [];

    /// <summary><c>x-kubernetes-patch-strategy</c>, split at commas.</summary>
    public string[] PatchStrategy { get; init; } = [];

    /// <summary><c>x-kubernetes-patch-merge-key</c>.</summary>
    public string? MergeKey { get; init; }

    /// <summary>The values allowed.</summary>
    public string[] Enum { get; init; } = [];

    /// <summary>The name of the type: a record's or value type's name, or the primitive's.</summary>
    public required string TypeName { get; init; }

    /// <summary>The documentation that OpenAPI and explain show; empty where there is none.</summary>
    public string Doc => _owner?.DocOf(this, _row) ?? "";

    /// <summary>Gives <see cref="Message"/>; called late, since messages may contain themselves.</summary>
    public Func<MessageSchema?>? MessageSource { get; init; }

    /// <summary>The field table of the message that the field, its items or its entries hold; null for other types.</summary>
    public MessageSchema? Message => MessageSource?.Invoke();

    internal void BelongTo(MessageSchema owner, int row) => (_owner, _row) = (owner, row);
}
