using System.Linq;

namespace Cybernetes.Api.Generator;

/// <summary>Writes the JSON reader and writer.</summary>
internal static class JsonEmitter
{
    public static void Emit(Source source, RecordModel record)
    {
        Writer(source, record);
        Reader(source, record);
    }

    private static void Writer(Source source, RecordModel record)
    {
        source.Open("public void WriteJson(Utf8JsonWriter json)");
        source.Line("json.WriteStartObject();");
        source.Line("WriteJsonMembers(json);");
        source.Line("json.WriteEndObject();");
        source.Close();
        source.Line();
        source.Open($"{(record.Kind is null ? "internal" : "public")} void WriteJsonMembers(Utf8JsonWriter json)");
        foreach (var field in record.Fields)
        {
            if (field.Inline)
            {
                source.Line($"{field.Backing}.WriteJsonMembers(json);");
            }
            else if (Condition(field) is { } condition)
            {
                source.Open($"if ({condition})");
                source.Line(WriteValue(field));
                source.Close();
            }
            else
            {
                source.Line(WriteValue(field));
            }
        }

        source.Close();
        source.Line();
    }

    /// <summary>When JSON shows the field; null for always.</summary>
    private static string? Condition(FieldModel field)
    {
        var backing = field.Backing;
        return field switch
        {
            { Always: true, Pointer: false } => null,
            { Always: true } => null,
            { Pointer: true } => $"{backing} is not null",
            { Shape: not FieldShape.Single } or { Element: ElementType.Bytes } => $"!{backing}.IsEmpty",
            { Element: ElementType.String } => $"{backing}.Length > 0",
            { Element: ElementType.Boolean } => backing,
            { Element: ElementType.Int32 or ElementType.Int64 or ElementType.Double } => $"{backing} != 0",
            _ => $"!((IMessage){backing}).IsZero",
        };
    }

    private static string WriteValue(FieldModel field)
    {
        var name = Source.Quote(field.Json) + "u8";
        var backing = field.Backing;
        if (field.Shape != FieldShape.Single)
        {
            var plural = (field.Shape, field.Element) switch
            {
                (FieldShape.List, ElementType.String) => "WriteStrings",
                (FieldShape.List, ElementType.Boolean) => "WriteBooleans",
                (FieldShape.List, ElementType.Bytes) => "WriteBytesList",
                (FieldShape.List, ElementType.Message or ElementType.Leaf) => field.TypeMeta ? "WriteKinds" : "WriteMessages",
                (FieldShape.List, _) => "WriteNumbers",
                (_, ElementType.String) => "WriteStringMap",
                (_, ElementType.Boolean) => "WriteBooleanMap",
                (_, ElementType.Bytes) => "WriteBytesMap",
                _ => "WriteMessageMap",
            };
            return $"json.{plural}({name}, {backing});";
        }

        var value = field is { Pointer: true, IsValueType: true } ? backing + ".Value" : backing;
        var write = field.Element switch
        {
            ElementType.String => $"json.WriteString({name}, {backing});",
            ElementType.Boolean => $"json.WriteBoolean({name}, {value});",
            ElementType.Int32 or ElementType.Int64 or ElementType.Double => $"json.WriteNumber({name}, {value});",
            ElementType.Bytes => $"if ({backing}.IsNil) json.WriteNull({name}); else json.WriteBase64String({name}, {backing}.Span);",
            _ => $"json.WriteMessage({name}, {value});",
        };
        return field is { Always: true, Pointer: true, Element: not ElementType.String }
            ? $"if ({backing} is null) json.WriteNull({name}); else {write}"
            : write;
    }

    private static void Reader(Source source, RecordModel record)
    {
        source.Open($"public static {record.Name} ReadJson(ref JsonDecoder json)");
        source.Open("if (!json.BeginObject())");
        source.Line("return Empty;");
        source.Close();
        source.Line();
        source.Line($"var message = new {record.Name}();");
        source.Open("while (json.NextMember())");
        source.Open("if (!message.ReadJsonMember(ref json))");
        source.Line("json.UnknownMember();");
        source.Close();
        source.Close();
        source.Line();
        source.Line("return message;");
        source.Close();
        source.Line();
        source.Open("internal bool ReadJsonMember(ref JsonDecoder json)");
        source.Line("var name = json.Name;");
        source.Open("switch (name.Length)");
        var named = record.Fields.Where(field => !field.Inline).Select(field => (field.Json, Code: (string?)$"{field.Backing} = {ReadValue(field)};")).ToList();
        if (record.Kind is not null)
        {
            foreach (var typeMeta in new[] { "kind", "apiVersion" })
            {
                if (named.All(pair => pair.Json != typeMeta))
                {
                    named.Add((typeMeta, null));
                }
            }
        }

        foreach (var group in named.GroupBy(pair => pair.Json.Length).OrderBy(group => group.Key))
        {
            source.Line($"case {group.Key}:");
            foreach (var (json, code) in group)
            {
                source.Open($"    if (name.SequenceEqual({Source.Quote(json)}u8))");
                source.Line("    json.Advance();");
                source.Line("    " + (code ?? "json.ReadNullableString();"));
                source.Line("    return true;");
                source.Close();
                source.Line();
            }

            source.Line("    break;");
        }

        source.Line("default:");
        source.Line("    break;");
        source.Close();
        source.Line();
        foreach (var field in record.Fields.Where(field => field.Inline))
        {
            var local = field.Backing.TrimStart('_') + "Inline";
            source.Line($"var {local} = ReferenceEquals({field.Backing}, {field.ElementTypeName}.Empty) ? new() : {field.Backing};");
            source.Open($"if ({local}.ReadJsonMember(ref json))");
            source.Line($"{field.Backing} = {local};");
            source.Line("return true;");
            source.Close();
            source.Line();
        }

        source.Line("return false;");
        source.Close();
        source.Line();
    }

    private static string ReadValue(FieldModel field)
    {
        if (field.Shape != FieldShape.Single)
        {
            return (field.Shape, field.Element) switch
            {
                (FieldShape.List, ElementType.String) => "json.ReadStrings()",
                (FieldShape.List, ElementType.Boolean) => "json.ReadBooleans()",
                (FieldShape.List, ElementType.Int32) => "json.ReadInt32s()",
                (FieldShape.List, ElementType.Int64) => "json.ReadInt64s()",
                (FieldShape.List, ElementType.Bytes) => "json.ReadBytesList()",
                (FieldShape.List, _) => $"json.ReadMessages<{field.ElementTypeName}>()",
                (_, ElementType.String) => "json.ReadStringMap()",
                (_, ElementType.Boolean) => "json.ReadBooleanMap()",
                (_, ElementType.Bytes) => "json.ReadBytesMap()",
                _ => $"json.ReadMessageMap<{field.ElementTypeName}>()",
            };
        }

        var nullable = field.Pointer ? "Nullable" : "";
        return field.Element switch
        {
            ElementType.String => $"json.Read{nullable}String()",
            ElementType.Boolean => $"json.Read{nullable}Boolean()",
            ElementType.Int32 => $"json.Read{nullable}Int32()",
            ElementType.Int64 => $"json.Read{nullable}Int64()",
            ElementType.Double => $"json.Read{nullable}Double()",
            ElementType.Bytes => "json.ReadBytes()",
            _ when field.Pointer => $"json.IsNull ? default({field.ElementTypeName}?) : {field.ElementTypeName}.ReadJson(ref json)",
            _ => $"{field.ElementTypeName}.ReadJson(ref json)",
        };
    }
}
