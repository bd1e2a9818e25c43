using System.Buffers;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>Writes JSON kept as bytes into a larger document, without spaces, and escaped as Go escapes.</summary>
internal static class RawJson
{
    // White space, and what Go escapes in JSON; U+2028 and U+2029 begin with 0xE2.
    private static readonly SearchValues<byte> _changes = SearchValues.Create([.. " \t\r\n<>&"u8, 0xE2]);

    public static Bytes ReadProto(ref ProtoReader proto)
    {
        Bytes raw = default;
        while (proto.NextField())
        {
            if (proto.Number == 1)
            {
                raw = proto.Bytes();
            }
            else
            {
                proto.Skip();
            }
        }

        return raw;
    }

    public static void WriteProto(Bytes raw, ref ProtoWriter proto)
    {
        if (!raw.IsNil)
        {
            proto.Bytes(1, raw.Span);
        }
    }

    public static void Write(Bytes raw, Utf8JsonWriter json)
    {
        if (raw.IsEmpty)
        {
            json.WriteNullValue();
        }
        else if (!raw.Span.ContainsAny(_changes))
        {
            json.WriteRawValue(raw.Span, skipInputValidation: true);
        }
        else
        {
            Copy(raw.Span, json);
        }
    }

    private static void Copy(ReadOnlySpan<byte> raw, Utf8JsonWriter json)
    {
        var reader = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = JsonDecoder.MaxDepth });
        try
        {
            while (reader.Read())
            {
                Copy(ref reader, json);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new WireException(JsonErrors.Describe(raw, e), e);
        }
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                json.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                json.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                json.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                json.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                json.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.String:
                json.WriteStringValue(reader.GetString());
                break;
            default:
                json.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}
