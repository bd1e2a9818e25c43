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

    private const int MaxKeptBuffer = 256 * 1024;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

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
        var buffer = TakeBuffer();
        Write(message, buffer);
        var bytes = buffer.WrittenSpan.ToArray();
        GiveBuffer(buffer);
        return bytes;
    }

    /// <summary>The thread's own buffer, empty; give it back when done.</summary>
    internal static ArrayBufferWriter<byte> TakeBuffer()
    {
        var buffer = _buffer ?? new ArrayBufferWriter<byte>(4096);
        _buffer = null;
        return buffer;
    }

    /// <summary>Takes a buffer back, unless it has grown so large that keeping it would waste memory.</summary>
    internal static void GiveBuffer(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= MaxKeptBuffer)
        {
            buffer.ResetWrittenCount();
            _buffer = buffer;
        }
    }
}
