using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>
/// Objects as upstream's messages show them: JSON of its internal structs, whose fields have Go names, all stand there and are ordered as declared.
/// Types of the meta group keep their JSON names.
/// </summary>
public static class GoDump
{
    /// <summary>A message in one line; null for none.</summary>
    public static FieldValue Of<T>(T? message)
        where T : class, IMessage<T> => message is null ? FieldValue.Null : FieldValue.Json(Print(message, null));

    /// <summary>A list of texts.</summary>
    public static FieldValue List(ValueList<string> items) =>
        items.IsNil ? FieldValue.Null : FieldValue.Json("[" + string.Join(",", items.Select(Text)) + "]");

    /// <summary>A list of messages.</summary>
    public static FieldValue List<T>(ValueList<T> items)
        where T : class, IMessage<T> => items.IsNil ? FieldValue.Null : FieldValue.Json("[" + string.Join(",", items.Select(item => Print(item, null))) + "]");

    /// <summary>A map of texts.</summary>
    public static FieldValue Map(ValueMap<string> entries) =>
        entries.IsNil ? FieldValue.Null : FieldValue.Json("{" + string.Join(",", entries.Select(entry => $"{Text(entry.Key)}:{Text(entry.Value)}")) + "}");

    /// <summary>A message in many lines, one space a level.</summary>
    public static string Indented<T>(T? message)
        where T : class, IMessage<T> => message is null ? "null" : Print(message, 0);

    private static string Print<T>(T message, int? indent)
        where T : class, IMessage<T>
    {
        var text = new StringBuilder();
        Message(text, Value.ToValue(message), T.Schema!, indent);
        return text.ToString();
    }

    private static void Message(StringBuilder text, Value value, MessageSchema schema, int? indent)
    {
        if (schema.Package.StartsWith("k8s.io.apimachinery", StringComparison.Ordinal))
        {
            Block(text, '{', '}', Present(text, value, schema).ToList(), indent);
            return;
        }

        var rows = new List<Action<int?>>();
        Rows(text, value, schema, rows);
        Block(text, '{', '}', rows, indent);
    }

    // Types of the meta group leave out what is empty and keep their JSON names.
    private static IEnumerable<Action<int?>> Present(StringBuilder text, Value value, MessageSchema schema)
    {
        foreach (var field in schema.JsonFields)
        {
            var item = value[field.JsonName];
            if (!item.IsNull)
            {
                yield return indent => Named(text, field.JsonName, indent, () => Field(text, item, field, indent));
            }
        }
    }

    private static void Rows(StringBuilder text, Value value, MessageSchema schema, List<Action<int?>> rows)
    {
        foreach (var (name, field, parent) in GoNames.Fields(schema, value))
        {
            if (field.Inline)
            {
                Rows(text, parent, field.Message!, rows);
            }
            else if (name.Length == 0)
            {
                rows.AddRange(Present(text, parent[field.JsonName], field.Message!));
            }
            else
            {
                rows.Add(indent => Named(text, name, indent, () => Field(text, parent[field.JsonName], field, indent)));
            }
        }
    }

    private static void Named(StringBuilder text, string name, int? indent, Action value)
    {
        text.Append(Text(name)).Append(indent is null ? ":" : ": ");
        value();
    }

    private static void Field(StringBuilder text, Value value, FieldSchema field, int? indent)
    {
        switch (field.Shape)
        {
            case FieldShape.List when !value.IsList:
            case FieldShape.Map when !value.IsMap:
                text.Append("null");
                break;
            case FieldShape.List:
                Block(text, '[', ']', value.Items.Select<Value, Action<int?>>(item => inner => Single(text, item, field, inner)).ToList(), indent);
                break;
            case FieldShape.Map:
                Block(text, '{', '}', value.Entries.Select<KeyValuePair<string, Value>, Action<int?>>(entry => inner => Named(text, entry.Key, inner, () => Single(text, entry.Value, field, inner))).ToList(), indent);
                break;
            default:
                Single(text, value, field, indent);
                break;
        }
    }

    private static void Single(StringBuilder text, Value value, FieldSchema field, int? indent)
    {
        if (!value.IsNull)
        {
            if (field.Message is { } schema)
            {
                Message(text, value, schema, indent);
            }
            else
            {
                Plain(text, value, indent);
            }

            return;
        }

        if (field.Pointer)
        {
            text.Append("null");
        }
        else if (field.Message is { } schema)
        {
            Message(text, Value.EmptyMap, schema, indent);
        }
        else
        {
            text.Append((field.Type, field.TypeName) switch
            {
                (FieldType.String, _) => "\"\"",
                (FieldType.Boolean, _) => "false",
                (FieldType.Bytes, _) => "null",
                (FieldType.Leaf, "Quantity") => "\"0\"",
                (FieldType.Leaf, "IntOrString") => "0",
                (FieldType.Leaf, _) => "null",
                _ => "0",
            });
        }
    }

    private static void Plain(StringBuilder text, Value value, int? indent)
    {
        if (value.IsMap)
        {
            Block(text, '{', '}', value.Entries.Select<KeyValuePair<string, Value>, Action<int?>>(entry => inner => Named(text, entry.Key, inner, () => Plain(text, entry.Value, inner))).ToList(), indent);
        }
        else if (value.IsList)
        {
            Block(text, '[', ']', value.Items.Select<Value, Action<int?>>(item => inner => Plain(text, item, inner)).ToList(), indent);
        }
        else
        {
            text.Append(Encoding.UTF8.GetString(value.ToJson()));
        }
    }

    private static void Block(StringBuilder text, char open, char close, List<Action<int?>> rows, int? indent)
    {
        text.Append(open);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            NewLine(text, indent + 1);
            rows[i](indent + 1);
        }

        if (rows.Count > 0)
        {
            NewLine(text, indent);
        }

        text.Append(close);
    }

    private static void NewLine(StringBuilder text, int? indent)
    {
        if (indent is { } depth)
        {
            text.Append('\n').Append(' ', depth);
        }
    }

    private static string Text(string text) => Encoding.UTF8.GetString(((Value)text).ToJson());
}
