using System.Linq;

namespace Cybernetes.Api.Generator;

/// <summary>Writes the protobuf reader and writer.</summary>
internal static class ProtoEmitter
{
    public static void Emit(Source source, RecordModel record)
    {
        Writer(source, record);
        Reader(source, record);
    }

    private static void Writer(Source source, RecordModel record)
    {
        source.Open("public void WriteProto(ref ProtoWriter proto)");
        foreach (var field in record.Fields.Where(field => field.Number > 0).OrderByDescending(field => field.Number))
        {
            var condition = field switch
            {
                { Shape: not FieldShape.Single } => null,
                { Element: ElementType.Bytes } => $"!{field.Backing}.IsNil",
                { Pointer: true } => $"{field.Backing} is not null",
                _ => null,
            };
            if (condition is null)
            {
                source.Line(WriteValue(field));
                continue;
            }

            source.Open($"if ({condition})");
            source.Line(WriteValue(field));
            source.Close();
        }

        source.Close();
        source.Line();
    }

    private static string WriteValue(FieldModel field)
    {
        var (number, backing) = (field.Number, field.Backing);
        var value = field is { Pointer: true, IsValueType: true } ? backing + ".Value" : backing;
        return (field.Shape, field.Element) switch
        {
            (FieldShape.List, ElementType.String) => $"proto.Strings({number}, {backing});",
            (FieldShape.List, ElementType.Message or ElementType.Leaf) => $"proto.Messages({number}, {backing});",
            (FieldShape.List, var element) => $"for (var i = {backing}.Count - 1; i >= 0; i--) proto.{Scalar(element)}({number}, {backing}[i]{(element == ElementType.Bytes ? ".Span" : "")});",
            (FieldShape.Map, ElementType.String) => $"proto.StringMap({number}, {backing});",
            (FieldShape.Map, ElementType.Bytes) => $"proto.BytesMap({number}, {backing});",
            (FieldShape.Map, _) => $"proto.MessageMap({number}, {backing});",
            (_, ElementType.Bytes) => $"proto.Bytes({number}, {backing}.Span);",
            (_, ElementType.Message or ElementType.Leaf) => $"proto.Message({number}, {value});",
            (_, var element) => $"proto.{Scalar(element)}({number}, {value});",
        };
    }

    private static string Scalar(ElementType element) => element switch
    {
        ElementType.Int32 or ElementType.Int64 => "Int64",
        _ => element.ToString(),
    };

    private static void Reader(Source source, RecordModel record)
    {
        source.Open($"public static {record.Name} ReadProto(ref ProtoReader proto)");
        var fields = record.Fields.Where(field => field.Number > 0).ToArray();
        source.Line($"var message = new {record.Name}();");
        foreach (var field in fields.Where(field => field.Shape != FieldShape.Single))
        {
            source.Line($"var {Local(field)} = new ValueListBuilder<{Gathered(field)}>();");
        }

        source.Open("while (proto.NextField())");
        source.Open("switch (proto.Number)");
        foreach (var field in fields)
        {
            source.Line($"case {field.Number}:");
            source.Line("    " + ReadValue(field));
            source.Line("    break;");
        }

        source.Line("default:");
        source.Line("    proto.Skip();");
        source.Line("    break;");
        source.Close();
        source.Close();
        source.Line();
        foreach (var field in fields.Where(field => field.Shape == FieldShape.List))
        {
            source.Line($"message.{field.Backing} = {Local(field)}.ToListOrNil();");
        }

        foreach (var field in fields.Where(field => field.Shape == FieldShape.Map))
        {
            source.Line($"message.{field.Backing} = {Local(field)}.ToMapOrNil();");
        }

        source.Line("return message;");
        source.Close();
    }

    private static string Local(FieldModel field) => field.Backing.TrimStart('_') + "Gathered";

    private static string Gathered(FieldModel field) => field.Shape == FieldShape.Map
        ? $"global::System.Collections.Generic.KeyValuePair<string, {field.ElementTypeName}>"
        : field.ElementTypeName;

    private static string ReadValue(FieldModel field)
    {
        var single = field.Element switch
        {
            ElementType.Message or ElementType.Leaf => $"proto.Message<{field.ElementTypeName}>()",
            _ => $"proto.{field.Element}()",
        };
        return (field.Shape, field.Element) switch
        {
            (FieldShape.Single, _) => $"message.{field.Backing} = {single};",
            (FieldShape.List, ElementType.Int32 or ElementType.Int64) => $"proto.{field.Element}s(ref {Local(field)});",
            (FieldShape.List, _) => $"{Local(field)}.Add({single});",
            (_, ElementType.String) => $"{Local(field)}.Add(proto.StringEntry());",
            (_, ElementType.Bytes) => $"{Local(field)}.Add(proto.BytesEntry());",
            _ => $"{Local(field)}.Add(proto.MessageEntry<{field.ElementTypeName}>());",
        };
    }
}
