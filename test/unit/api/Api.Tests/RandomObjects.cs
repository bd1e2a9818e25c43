using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tests;

/// <summary>Makes random objects of any declared kind, from its field table.</summary>
internal sealed class RandomObjects(Random random)
{
    private static readonly string[] _texts = ["", "a", "x-y", "é\u2028", "line\nbreak", "<&>", "yes", "0777", "\"q\"", "\\", "12", " lead", "tab\t", "😀"];

    public Value Of(KindCodec codec)
    {
        var kind = codec.Info.Kind;
        return Message(codec.Schema, 0).With("apiVersion", kind.ApiVersion).With("kind", kind.Kind);
    }

    private Value Message(MessageSchema schema, int depth)
    {
        var fields = new List<KeyValuePair<string, Value>>();
        var chance = depth switch { 0 => 0.9, < 4 => 0.6, < 7 => 0.3, _ => 0.0 };
        foreach (var field in schema.JsonFields)
        {
            if (random.NextDouble() < chance)
            {
                fields.Add(new(field.JsonName, Field(field, depth + 1)));
            }
        }

        if (schema.Kind is { } kind && depth > 0)
        {
            fields.Add(new("apiVersion", kind.ApiVersion));
            fields.Add(new("kind", kind.Kind));
        }

        return Value.Map(ValueMap.From(fields));
    }

    private Value Field(FieldSchema field, int depth) => field.Shape switch
    {
        FieldShape.List => Value.List(Enumerable.Range(0, random.Next(1, 3)).Select(_ => One(field, depth)).ToValueList()),
        FieldShape.Map => Value.Map(ValueMap.From(Enumerable.Range(0, random.Next(1, 3)).Select(i => new KeyValuePair<string, Value>($"k{i}", One(field, depth))))),
        _ => One(field, depth),
    };

    private Value One(FieldSchema field, int depth) => field.Type switch
    {
        FieldType.String => _texts[random.Next(_texts.Length)],
        FieldType.Boolean => random.Next(2) == 1,
        FieldType.Int32 => random.Next(int.MinValue, int.MaxValue),
        FieldType.Int64 => random.NextInt64(long.MinValue, long.MaxValue),
        FieldType.Double => Math.Round((random.NextDouble() * 1e6) - 5e5, 3),
        FieldType.Bytes => Convert.ToBase64String(Enumerable.Range(0, random.Next(1, 9)).Select(_ => (byte)random.Next(256)).ToArray()),
        FieldType.Message when field.Message is { } message => Message(message, depth),
        _ => Leaf(field.TypeName),
    };

    private Value Leaf(string type) => type switch
    {
        "Quantity" => $"{random.Next(1, 999)}{(random.Next(2) == 1 ? "m" : "Mi")}",
        "Time" => $"2026-0{random.Next(1, 10)}-11T10:09:0{random.Next(10)}Z",
        "MicroTime" => $"2026-0{random.Next(1, 10)}-11T10:09:08.00000{random.Next(10)}Z",
        "Duration" => $"{random.Next(1, 60)}s",
        "IntOrString" => random.Next(2) == 1 ? random.Next() : "50%",
        "StringList" => Value.List(["a", _texts[random.Next(_texts.Length)]]),
        "GroupVersionKind" => Value.MapOf(("group", "g"), ("version", "v1"), ("kind", "K")),
        "GroupVersionResource" => Value.MapOf(("group", "g"), ("version", "v1"), ("resource", "rs")),
        "GroupResource" => Value.MapOf(("group", "g"), ("resource", "rs")),
        "FieldsV1" => Value.MapOf(("f:a", Value.EmptyMap)),
        "JsonSchemaPropsOrBool" or "JSONSchemaPropsOrBool" => true,
        "JSONSchemaPropsOrStringArray" => Value.List(["a"]),
        "JSONSchemaPropsOrArray" => Value.MapOf(("type", "string")),
        _ => Value.MapOf(("apiVersion", "v1"), ("kind", "X"), ("a", random.Next(9))),
    };
}
