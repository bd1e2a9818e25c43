using System.Runtime.CompilerServices;

namespace Cybernetes.Api.Machinery;

/// <summary>Merge types of declared kinds, made from their field tables, each once.</summary>
public static class MessageMergeTypes
{
    private static readonly ConditionalWeakTable<MessageSchema, MergeType> _types = [];

    /// <summary>The merge type of a message.</summary>
    public static MergeType Of(MessageSchema schema) => _types.GetValue(schema, Make);

    private static MergeType Make(MessageSchema schema) => new()
    {
        Kind = MergeKind.Map,
        Atomic = AtomicMessages.Contains(schema),
        FieldSource = () =>
        {
            var fields = schema.JsonFields.ToDictionary(field => field.JsonName, FieldType);
            if (schema.Kind is not null)
            {
                fields["apiVersion"] = _string;
                fields["kind"] = _string;
            }

            return fields;
        },
    };

    private static MergeType FieldType(FieldSchema field) => field.Shape switch
    {
        FieldShape.List => ListType(field),
        FieldShape.Map => new() { Kind = MergeKind.Map, Atomic = field.ListType == "atomic", ElementSource = () => ElementType(field) },
        _ => SingleType(field),
    };

    private static MergeType SingleType(FieldSchema field)
    {
        var type = ElementType(field);
        if (type.Kind != MergeKind.Map || field.ListType is null || type.Atomic == (field.ListType == "atomic"))
        {
            return type;
        }

        return new() { Kind = MergeKind.Map, Atomic = field.ListType == "atomic", FieldSource = () => type.Fields };
    }

    private static MergeType ListType(FieldSchema field)
    {
        // A field without a list type takes it from its patch strategy; without that it is atomic.
        var merges = field.ListType is null && field.PatchStrategy.Contains("merge");
        string[] keys = field.ListType == "map" ? field.MapKeys : merges && field.MergeKey is { } key ? [key] : [];
        return new()
        {
            Kind = MergeKind.List,
            Atomic = !(field.ListType is "map" or "set" || merges),
            Keys = keys.ToValueList(),
            KeyDefaults = keys.Length == 0 ? null : Defaults(field, keys),
            ElementSource = () => ElementType(field),
        };
    }

    private static Dictionary<string, Value> Defaults(FieldSchema list, string[] keys)
    {
        var defaults = new Dictionary<string, Value>();
        foreach (var key in keys)
        {
            if (list.Message?.Find(key)?.Default is { } json)
            {
                defaults[key] = Value.ParseJson(json);
            }
        }

        return defaults;
    }

    private static MergeType ElementType(FieldSchema field) => field.Type switch
    {
        Machinery.FieldType.Message when field.Message is { } message => Of(message),
        Machinery.FieldType.String or Machinery.FieldType.Bytes => _string,
        Machinery.FieldType.Boolean => _boolean,
        Machinery.FieldType.Int32 or Machinery.FieldType.Int64 or Machinery.FieldType.Double => _numeric,
        _ => field.TypeName switch
        {
            "Time" or "MicroTime" or "Duration" => _string,
            "StringList" => _stringList,
            "Quantity" or "IntOrString" => _scalar,
            _ => MergeType.Untyped,
        },
    };

    private static readonly MergeType _string = new() { Kind = MergeKind.Scalar, Scalar = MergeScalar.String };
    private static readonly MergeType _boolean = new() { Kind = MergeKind.Scalar, Scalar = MergeScalar.Boolean };
    private static readonly MergeType _numeric = new() { Kind = MergeKind.Scalar, Scalar = MergeScalar.Numeric };
    private static readonly MergeType _scalar = new() { Kind = MergeKind.Scalar };
    private static readonly MergeType _stringList = new() { Kind = MergeKind.List, Atomic = true };
}
