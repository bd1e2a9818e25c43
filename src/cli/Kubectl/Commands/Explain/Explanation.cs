using System.Text;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Explain;

/// <summary>Writes what an OpenAPI v3 document says of a kind or one of its fields, laid out as kubectl does.</summary>
internal sealed class Explanation(Value document, GroupVersionKind kind)
{
    private const int Width = 80;

    private readonly Value _schemas = document.At("components", "schemas");

    /// <summary>Group, kind and version.</summary>
    public string Heading => (kind.Group.Length > 0 ? $"GROUP:      {kind.Group}\n" : "") + $"KIND:       {kind.Kind}\nVERSION:    {kind.Version}\n\n";

    /// <summary>What follows the heading.</summary>
    /// <exception cref="KubectlException">There is no such kind or field.</exception>
    public string Write(IReadOnlyList<string> path, bool recursive)
    {
        var schema = Root();
        var field = "";
        var described = schema;
        foreach (var name in path)
        {
            var property = Resolve(schema)["properties"][name];
            if (property.IsNull)
            {
                throw KubectlException.Error($"field \"{name}\" does not exist");
            }

            (field, described, schema) = ($"{name} <{TypeOf(property)}>", property, Element(property));
        }

        var text = new StringBuilder();
        if (field.Length > 0)
        {
            text.Append($"FIELD: {field}\n");
            WriteEnum(text, described, "");
            text.Append("\n\n");
        }

        text.Append("DESCRIPTION:\n");
        Wrap(text, field.Length > 0 ? Both(described, schema) : [Resolve(schema)["description"].AsString ?? ""], 4);
        text.Append("    \n");
        var properties = Resolve(schema)["properties"].Entries;
        if (!properties.IsEmpty)
        {
            text.Append("FIELDS:\n");
            WriteFields(text, Resolve(schema), 2, recursive, []);
        }

        return text.Append('\n').ToString();
    }

    private Value Root()
    {
        foreach (var (_, schema) in _schemas.Entries)
        {
            if (schema["x-kubernetes-group-version-kind"].Items.Any(one => one["group"].AsString == kind.Group && one["version"].AsString == kind.Version && one["kind"].AsString == kind.Kind))
            {
                return schema;
            }
        }

        throw KubectlException.Error($"couldn't find resource for \"{kind}\"");
    }

    private void WriteFields(StringBuilder text, Value schema, int indent, bool recursive, IReadOnlyList<string> within)
    {
        var required = schema["required"].Items.Select(one => one.AsString).ToHashSet();
        foreach (var (name, property) in schema["properties"].Entries)
        {
            text.Append(' ', indent).Append(name).Append("\t<").Append(TypeOf(property)).Append('>').Append(required.Contains(name) ? " -required-" : "").Append('\n');
            WriteEnum(text, property, new string(' ', indent));
            if (!recursive)
            {
                Wrap(text, [Own(property)], indent + 2);
                text.Append('\n');
                continue;
            }

            var inner = Element(property);
            var target = inner["$ref"].AsString ?? inner.At("allOf").Items.FirstOrDefault()["$ref"].AsString ?? "";
            if (target.Length == 0 || !within.Contains(target))
            {
                WriteFields(text, Resolve(inner), indent + 2, recursive, target.Length > 0 ? [.. within, target] : within);
            }
        }
    }

    private void WriteEnum(StringBuilder text, Value property, string indent)
    {
        var values = property["enum"].IsList ? property["enum"] : Resolve(Element(property))["enum"];
        if (values.IsList)
        {
            var names = values.Items.Select(one => one.AsString is "" ? "\"\"" : one.AsString ?? one.ToString());
            text.Append(indent.Length > 0 ? $"{indent}enum: {string.Join(", ", names)}\n" : $"ENUM:\n    {string.Join("\n    ", names)}");
        }
    }

    // What the field says, or, where it says nothing, its type.
    private string Own(Value property) =>
        property["description"].AsString is { Length: > 0 } own ? own : Resolve(property)["description"].AsString is { Length: > 0 } inherited ? inherited : "<no description>";

    // What the field says, and then what its type says.
    private IEnumerable<string> Both(Value property, Value type)
    {
        string[] texts = [property["description"].AsString ?? "", Reference(type) is null ? "" : Resolve(type)["description"].AsString ?? ""];
        return texts.Any(text => text.Length > 0) ? texts.Where(text => text.Length > 0) : ["<empty>"];
    }

    private string TypeOf(Value property)
    {
        if (Reference(property) is { } name)
        {
            var target = _schemas[name];
            var kindOf = name[(name.LastIndexOf('.') + 1)..];
            return target["type"].AsString is "object" || target["type"].IsNull ? kindOf : kindOf is "Time" or "MicroTime" or "Quantity" or "IntOrString" or "Duration" ? target["type"].AsString ?? kindOf : kindOf;
        }

        return property["type"].AsString switch
        {
            "array" => "[]" + TypeOf(property["items"]),
            "object" when property["additionalProperties"].IsMap => "map[string]" + TypeOf(property["additionalProperties"]),
            "object" => "Object",
            { } type => type,
            null => "Object",
        };
    }

    // Through lists and maps to what they hold.
    private static Value Element(Value property) =>
        property["items"].IsMap ? Element(property["items"])
        : property["additionalProperties"].IsMap ? Element(property["additionalProperties"])
        : property;

    private Value Resolve(Value schema) => Reference(schema) is { } name ? _schemas[name] : schema;

    private static string? Reference(Value schema)
    {
        var target = schema["$ref"].AsString ?? schema["allOf"].Items.FirstOrDefault()["$ref"].AsString;
        return target?[(target.LastIndexOf('/') + 1)..];
    }

    private static void Wrap(StringBuilder text, IEnumerable<string> paragraphs, int indent)
    {
        foreach (var paragraph in paragraphs)
        {
            var column = 0;
            foreach (var word in paragraph.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (column > 0 && indent + column + 1 + word.Length > Width)
                {
                    text.Append('\n');
                    column = 0;
                }

                text.Append(' ', column == 0 ? indent : 1).Append(word);
                column += (column == 0 ? 0 : 1) + word.Length;
            }

            text.Append('\n');
        }
    }
}
