using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>Messages as JSON text and bytes.</summary>
public static class MessageText
{
    /// <summary>Compact output; characters are escaped where Go escapes them.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = GoJsonEscaping.Instance, SkipValidation = true, MaxDepth = JsonDecoder.MaxDepth };

    /// <summary>The message as JSON text; a kind shows its <c>kind</c> and <c>apiVersion</c>.</summary>
    public static string Of(IMessage message) => Encoding.UTF8.GetString(ToJson(message));

    /// <summary>The message as JSON bytes; a kind shows its <c>kind</c> and <c>apiVersion</c>.</summary>
    public static byte[] ToJson(IMessage message)
    {
        return JsonEncoder.ToArray(message);
    }
}
