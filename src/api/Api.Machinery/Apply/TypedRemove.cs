using System.Runtime.CompilerServices;

namespace Cybernetes.Api.Machinery;

/// <summary>Takes fields out of a value, or takes all others out.</summary>
internal static class TypedRemove
{
    public static Value Walk(Value value, FieldSet fields, MergeType type, bool extract)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        type = type.For(value);
        if (type.Kind is MergeKind.Scalar or MergeKind.Untyped)
        {
            return value;
        }

        if (type.Atomic)
        {
            return value;
        }

        return type.Kind == MergeKind.List && value.IsList ? Items(value, fields, type, extract)
            : type.Kind == MergeKind.Map && value.IsMap ? Entries(value, fields, type, extract)
            : value;
    }

    private static Value Items(Value value, FieldSet fields, MergeType type, bool extract)
    {
        var kept = new List<Value>(value.Items.Count);
        for (var i = 0; i < value.Items.Count; i++)
        {
            var element = ListItems.Element(value.Items[i], type, i);
            if (Keep(value.Items[i], fields, element, type.Element, extract) is { } item)
            {
                kept.Add(item);
            }
        }

        return kept.Count == 0 && !value.Items.IsEmpty ? Value.Null : Value.List(kept.ToValueList());
    }

    private static Value Entries(Value value, FieldSet fields, MergeType type, bool extract)
    {
        var kept = new List<KeyValuePair<string, Value>>(value.Entries.Count);
        foreach (var (key, entry) in value.Entries)
        {
            if (Keep(entry, fields, PathElement.Field(key), type.Field(key), extract) is { } left && (!left.IsNull || entry.IsNull))
            {
                kept.Add(new(key, left));
            }
        }

        return kept.Count == 0 && !value.Entries.IsEmpty ? Value.Null : Value.Map(ValueMap.Adopt(kept.ToArray()));
    }

    private static Value? Keep(Value value, FieldSet fields, PathElement element, MergeType type, bool extract)
    {
        var below = fields.Under(element);
        if (fields.Has(element))
        {
            return !extract ? (Value?)null
                : below is not null ? Walk(value, below, type, extract)
                : value.IsMap && !type.For(value).Atomic ? Value.EmptyMap
                : value;
        }

        return below is not null ? Walk(value, below, type, extract) : extract ? (Value?)null : value;
    }
}
