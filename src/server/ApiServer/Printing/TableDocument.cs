using System.Buffers;
using System.Text.Json;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Printing;

/// <summary>Which object a row carries along.</summary>
public enum IncludedObject : byte
{
    /// <summary>Its metadata.</summary>
    Metadata,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>The whole object.</summary>
    Whole,
}

/// <summary>One row's objects: the hub form, which is printed, and the served form, which is carried.</summary>
public readonly record struct TableItem(IObject Hub, IObject Served);

/// <summary>Tables (meta.k8s.io) as JSON documents.</summary>
public static class TableDocument
{
    /// <summary>Writes a Table.</summary>
    public static byte[] Write(TablePrinter printer, ListMeta metadata, IEnumerable<TableItem> items, string version, IncludedObject include, bool withColumns, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, MessageText.Compact))
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, "Table"u8);
            json.WriteString("apiVersion"u8, "meta.k8s.io/" + version);
            json.WritePropertyName("metadata"u8);
            metadata.WriteJson(json);
            WriteColumns(json, printer, withColumns);
            json.WriteStartArray("rows"u8);
            foreach (var item in items)
            {
                WriteRow(json, printer, item, version, include, now);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteColumns(Utf8JsonWriter json, TablePrinter printer, bool withColumns)
    {
        if (!withColumns)
        {
            json.WriteNull("columnDefinitions"u8);
            return;
        }

        json.WriteStartArray("columnDefinitions"u8);
        foreach (var column in printer.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, column.Name);
            json.WriteString("type"u8, column.Type);
            json.WriteString("format"u8, column.Format);
            json.WriteString("description"u8, column.Description);
            json.WriteNumber("priority"u8, column.Priority);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, TablePrinter printer, TableItem item, string version, IncludedObject include, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteStartArray("cells"u8);
        foreach (var cell in printer.Row(item.Hub, now))
        {
            cell.WriteJson(json);
        }

        json.WriteEndArray();
        if (printer.Completed(item.Hub) is { } completed)
        {
            json.WriteStartArray("conditions"u8);
            json.WriteStartObject();
            json.WriteString("type"u8, "Completed"u8);
            json.WriteString("status"u8, "True"u8);
            json.WriteString("reason"u8, completed.Reason);
            json.WriteString("message"u8, completed.Message);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WritePropertyName("object"u8);
        switch (include)
        {
            case IncludedObject.None:
                json.WriteNullValue();
                break;
            case IncludedObject.Whole:
                item.Served.WriteJsonDocument(json);
                break;
            default:
                json.WriteStartObject();
                json.WriteString("kind"u8, "PartialObjectMetadata"u8);
                json.WriteString("apiVersion"u8, "meta.k8s.io/" + version);
                json.WritePropertyName("metadata"u8);
                item.Served.Metadata.WriteJson(json);
                json.WriteEndObject();
                break;
        }

        json.WriteEndObject();
    }
}
