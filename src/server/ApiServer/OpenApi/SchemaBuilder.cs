using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.OpenApi;

/// <summary>
/// Writes the field tables of messages as OpenAPI schemas, each once, with everything they reach. Version 2 and 3 differ in where schemas are
/// and how one refers to another. Used by one thread.
/// </summary>
internal sealed class SchemaBuilder(bool v3)
{
    private readonly SortedDictionary<string, Value> _schemas = new(StringComparer.Ordinal);

    /// <summary>The schemas so far, by name.</summary>
    public Value Schemas => Value.Map(_schemas.ToValueMap(each => each.Key, each => each.Value));

    /// <summary>A reference to a message's schema, which is added.</summary>
    public Value Reference(MessageSchema schema)
    {
        var name = SchemaNames.Of(schema);
        if (_schemas.TryAdd(name, Value.EmptyMap))
        {
            _schemas[name] = Write(schema);
        }

        return To(name);
    }

    private Value To(string name) => Value.MapOf(("$ref", (v3 ? "#/components/schemas/" : "#/definitions/") + name));

    private Value Write(MessageSchema schema)
    {
        var properties = new Dictionary<string, Value>();
        var required = new List<Value>();
        foreach (var field in schema.JsonFields)
        {
            properties[field.JsonName] = Property(field);
            if (field.Required)
            {
                required.Add(field.JsonName);
            }
        }

        var written = Value.MapOf(("type", "object"));
        written = schema.Doc.Length > 0 ? written.With("description", schema.Doc) : written;
        if (schema.Kind is { } kind)
        {
            properties["apiVersion"] = Value.MapOf(("type", "string"), ("description", "The version of this document's schema."));
            properties["kind"] = Value.MapOf(("type", "string"), ("description", "The kind of object that this document is."));
            written = written.With("x-kubernetes-group-version-kind", Value.List([KindOf(kind)]));
        }

        written = properties.Count > 0 ? written.With("properties", Value.Map(properties.ToValueMap(each => each.Key, each => each.Value))) : written;
        return required.Count > 0 ? written.With("required", Value.List(required.ToValueList())) : written;
    }

    /// <summary>Group, version and kind as the extension shows them.</summary>
    public static Value KindOf(GroupVersionKind kind) => Value.MapOf(("group", kind.Group), ("version", kind.Version), ("kind", kind.Kind));

    private Value Property(FieldSchema field)
    {
        var one = Element(field);
        var property = field.Shape switch
        {
            FieldShape.List => Value.MapOf(("type", "array"), ("items", one)),
            FieldShape.Map => Value.MapOf(("type", "object"), ("additionalProperties", one)),
            _ => v3 && one["$ref"].IsString ? Value.MapOf(("allOf", Value.List([one]))) : one,
        };
        property = field.Doc.Length > 0 ? property.With("description", field.Doc) : property;
        property = v3 && field.Default is { } json ? property.With("default", Value.ParseJson(json)) : property;
        property = field.Enum.Length > 0 && field.Shape == FieldShape.Single ? property.With("enum", Texts(field.Enum)) : property;
        if (field.ListType is { } list)
        {
            property = property.With(field.Shape == FieldShape.List ? "x-kubernetes-list-type" : "x-kubernetes-map-type", list);
        }

        property = field.MapKeys.Length > 0 ? property.With("x-kubernetes-list-map-keys", Texts(field.MapKeys)) : property;
        property = field.PatchStrategy.Length > 0 ? property.With("x-kubernetes-patch-strategy", string.Join(',', field.PatchStrategy)) : property;
        return field.MergeKey is { } key ? property.With("x-kubernetes-patch-merge-key", key) : property;
    }

    private Value Element(FieldSchema field)
    {
        switch (field.Type)
        {
            case FieldType.String:
                return v3 && field.Shape != FieldShape.Single ? Value.MapOf(("type", "string"), ("default", "")) : Value.MapOf(("type", "string"));
            case FieldType.Boolean:
                return Value.MapOf(("type", "boolean"));
            case FieldType.Int32:
                return Value.MapOf(("type", "integer"), ("format", "int32"));
            case FieldType.Int64:
                return Value.MapOf(("type", "integer"), ("format", "int64"));
            case FieldType.Double:
                return Value.MapOf(("type", "number"), ("format", "double"));
            case FieldType.Bytes:
                return Value.MapOf(("type", "string"), ("format", "byte"));
            case FieldType.Message:
                return Reference(field.Message!);
            default:
                var name = SchemaNames.OfLeaf(field.TypeName);
                _schemas.TryAdd(name, SchemaNames.Leaf(field.TypeName, v3));
                return To(name);
        }
    }

    private static Value Texts(string[] texts) => Value.List(texts.Select(text => (Value)text).ToValueList());
}
