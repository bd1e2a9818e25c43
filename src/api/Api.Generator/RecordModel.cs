namespace Cybernetes.Api.Generator;

/// <summary>What the emitters know of one record: texts and flags only, so that the incremental pipeline can compare it.</summary>
internal sealed record RecordModel(
    string Namespace,
    string Name,
    string Package,
    string Doc,
    string? DocsLike,
    KindModel? Kind,
    bool IsObject,
    string? ListItem,
    EquatableArray<FieldModel> Fields)
{
    public string FullName => $"global::{Namespace}.{Name}";
}

/// <summary>The arguments of <c>[Kind]</c>.</summary>
internal sealed record KindModel(string Group, string Version, string Name, string Plural, string ShortNames, string Categories, bool Namespaced);

/// <summary>What a field, its items or its entries hold.</summary>
internal enum ElementType
{
    String,
    Boolean,
    Int32,
    Int64,
    Double,
    Bytes,
    Message,
    Leaf,
}

/// <summary>One, a list or a map.</summary>
internal enum FieldShape
{
    Single,
    List,
    Map,
}

/// <summary>One property with <c>[Field]</c>.</summary>
internal sealed record FieldModel(
    string Property,
    string Type,
    string ElementTypeName,
    string ElementShortName,
    ElementType Element,
    FieldShape Shape,
    bool Pointer,
    bool IsValueType,
    int Number,
    string Json,
    bool Always,
    bool Required,
    bool Inline,
    bool TypeMeta,
    string? Default,
    string? ListType,
    string? MapKeys,
    string? Patch,
    string? MergeKey,
    string? Enum,
    string Doc)
{
    /// <summary>The backing field.</summary>
    public string Backing => "_" + char.ToLowerInvariant(Property[0]) + Property.Substring(1);

    public bool IsMessage => Element is ElementType.Message or ElementType.Leaf;
}
