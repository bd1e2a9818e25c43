using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>Messages as JSON text and bytes.</summary>
public static class MessageText
{
    /// <summary>Compact output; characters are escaped only where JSON demands it.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = JsonDecoder.MaxDepth };

    /// <summary>The message as JSON text; a kind shows its <c>kind</c> and <c>apiVersion</c>.</summary>
    public static string Of(IMessage message) => Encoding.UTF8.GetString(ToJson(message));

    /// <summary>The message as JSON bytes; a kind shows its <c>kind</c> and <c>apiVersion</c>.</summary>
    public static byte[] ToJson(IMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Compact);
        if (message is IKind document)
        {
            document.WriteJsonDocument(json);
        }
        else
        {
            message.WriteJson(json);
        }

        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
