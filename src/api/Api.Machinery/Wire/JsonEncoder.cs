using System.Buffers;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>Writes messages as JSON documents, escaped as Go escapes: <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> and what JSON demands, nothing else.</summary>
public static class JsonEncoder
{
    private static readonly JsonWriterOptions _compact = new() { Encoder = GoJsonEscaping.Instance, SkipValidation = true, MaxDepth = JsonDecoder.MaxDepth };
    private static readonly JsonWriterOptions _indented = new()
    {
        Encoder = GoJsonEscaping.Instance,
        SkipValidation = true,
        MaxDepth = JsonDecoder.MaxDepth,
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Writes one document without spaces.</summary>
    public static void Write<T>(T message, IBufferWriter<byte> output)
        where T : IMessage
    {
        var json = _writer ?? new Utf8JsonWriter(output, _compact);
        _writer = null;
        json.Reset(output);
        WriteDocument(message, json);
        json.Flush();
        json.Reset(Stream.Null);
        _writer = json;
    }

    /// <summary>Writes one document, indented by two spaces.</summary>
    public static void WriteIndented<T>(T message, IBufferWriter<byte> output)
        where T : IMessage
    {
        using var json = new Utf8JsonWriter(output, _indented);
        WriteDocument(message, json);
    }

    /// <summary>The message as a document: a kind shows its <c>kind</c> and <c>apiVersion</c>.</summary>
    public static void WriteDocument<T>(T message, Utf8JsonWriter json)
        where T : IMessage
    {
        if (message is IKind document)
        {
            document.WriteJsonDocument(json);
        }
        else
        {
            message.WriteJson(json);
        }
    }

    /// <summary>One document without spaces.</summary>
    public static byte[] ToArray<T>(T message)
        where T : IMessage
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(message, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
