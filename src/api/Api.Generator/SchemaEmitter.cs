using System.Linq;

namespace Cybernetes.Api.Generator;

/// <summary>Writes the field table.</summary>
internal static class SchemaEmitter
{
    public static void Emit(Source source, RecordModel record)
    {
        var kind = record.Kind is null ? "null" : "Info.Kind";
        source.Line("private static MessageSchema? _fieldTable;");
        source.Line($"internal static MessageSchema FieldTable => _fieldTable ??= new({Source.Quote(record.Package)}, {Source.Quote(record.Name)}, {kind}, DeclareFields){Words(record)};");
        source.Line();
        source.Line($"static MessageSchema? IMessage<{record.Name}>.Schema => FieldTable;");
        source.Line();
        if (HasWords(record))
        {
            // One text in the binary's data, which is read only when documentation is asked for.
            source.Line($"private static ReadOnlySpan<byte> Words => {Source.Quote(string.Join("\n", new[] { record.Doc }.Concat(record.Fields.Select(field => field.Doc))))}u8;");
            source.Line();
        }

        source.Line("private static FieldSchema[] DeclareFields() =>");
        source.Line("[");
        foreach (var field in record.Fields)
        {
            source.Line($"    new() {{ {string.Join(", ", Members(field))} }},");
        }

        source.Line("];");
        source.Line();
    }

    private static bool HasWords(RecordModel record) => record.Doc.Length > 0 || record.Fields.Any(field => field.Doc.Length > 0);

    private static string Words(RecordModel record)
    {
        var members = new[]
        {
            HasWords(record) ? "Words = static () => Words" : null,
            record.DocsLike is null ? null : $"WordsLike = static () => {record.DocsLike}.FieldTable",
        };
        var set = string.Join(", ", members.Where(member => member is not null));
        return set.Length > 0 ? $" {{ {set} }}" : "";
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

        if (field.Element == ElementType.Message)
        {
            yield return $"MessageSource = static () => {field.ElementTypeName}.FieldTable";
        }
    }
}
