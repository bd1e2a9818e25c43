using System.Linq;

namespace Cybernetes.Api.Generator;

/// <summary>Writes the field table.</summary>
internal static class SchemaEmitter
{
    public static void Emit(Source source, RecordModel record)
    {
        var kind = record.Kind is null ? "null" : "Info.Kind";
        source.Line("private static MessageSchema? _fieldTable;");
        source.Line($"internal static MessageSchema FieldTable => _fieldTable ??= new({Source.Quote(record.Package)}, {Source.Quote(record.Name)}, {Source.Quote(record.Doc)}, {kind}, DeclareFields);");
        source.Line();
        source.Line($"static MessageSchema? IMessage<{record.Name}>.Schema => FieldTable;");
        source.Line();
        source.Line("private static FieldSchema[] DeclareFields() =>");
        source.Line("[");
        foreach (var field in record.Fields)
        {
            source.Line($"    new() {{ {string.Join(", ", Members(field))} }},");
        }

        source.Line("];");
        source.Line();
    }

    private static System.Collections.Generic.IEnumerable<string> Members(FieldModel field)
    {
        yield return $"JsonName = {Source.Quote(field.Json)}";
        yield return $"Number = {field.Number}";
        yield return $"Type = FieldType.{field.Element}";
        yield return $"TypeName = {Source.Quote(field.ElementShortName)}";
        if (field.Shape != FieldShape.Single)
        {
            yield return $"Shape = FieldShape.{field.Shape}";
        }

        foreach (var (name, set) in new[] { ("Pointer", field.Pointer), ("Always", field.Always), ("Required", field.Required), ("Inline", field.Inline) })
        {
            if (set)
            {
                yield return $"{name} = true";
            }
        }

        foreach (var (name, text) in new[] { ("Default", field.Default), ("ListType", field.ListType), ("MergeKey", field.MergeKey) })
        {
            if (text is not null)
            {
                yield return $"{name} = {Source.Quote(text)}";
            }
        }

        foreach (var (name, text) in new[] { ("MapKeys", field.MapKeys), ("PatchStrategy", field.Patch), ("Enum", field.Enum) })
        {
            if (text is not null)
            {
                yield return $"{name} = [{string.Join(", ", text.Split(',').Select(Source.Quote))}]";
            }
        }

        if (field.Doc.Length > 0)
        {
            yield return $"Doc = {Source.Quote(field.Doc)}";
        }

        if (field.Element == ElementType.Message)
        {
            yield return $"MessageSource = static () => {field.ElementTypeName}.FieldTable";
        }
    }
}
