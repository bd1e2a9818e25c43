using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <content>JSON in and out, and records to and from values.</content>
public readonly partial struct Value : IMessage<Value>
{
    /// <inheritdoc/>
    public static Value Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <inheritdoc/>
    public bool IsZero => IsNull;

    /// <summary>Reads one JSON document. Of equal keys the last wins; whole numbers beyond 64 bits become floating point.</summary>
    /// <exception cref="WireException">The document is not JSON.</exception>
    public static Value ParseJson(ReadOnlySpan<byte> document) => JsonDecoder.Read<Value>(document);

    /// <summary>Reads one JSON document.</summary>
    /// <exception cref="WireException">The document is not JSON.</exception>
    public static Value ParseJson(string document) => ParseJson(System.Text.Encoding.UTF8.GetBytes(document));

    /// <summary>A record as a value: what its JSON says.</summary>
    public static Value ToValue<T>(T message)
        where T : IMessage
    {
        var buffer = JsonEncoder.TakeBuffer();
        JsonEncoder.Write(message, buffer);
        var value = ParseJson(buffer.WrittenSpan);
        JsonEncoder.GiveBuffer(buffer);
        return value;
    }

    /// <summary>A value read as a record; fields that the record has not are passed over, or noted in <paramref name="unknownFields"/>.</summary>
    /// <exception cref="WireException">The value does not fit the type.</exception>
    public static T FromValue<T>(Value value, List<string>? unknownFields = null)
        where T : IMessage<T>
    {
        var buffer = JsonEncoder.TakeBuffer();
        JsonEncoder.Write(value, buffer);
        var message = JsonDecoder.Read<T>(buffer.WrittenSpan, unknownFields);
        JsonEncoder.GiveBuffer(buffer);
        return message;
    }

    /// <inheritdoc/>
    public static Value ReadJson(ref JsonDecoder json)
    {
        switch (json.Token)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                return json.ReadString();
            case JsonTokenType.Number:
                return json.TryGetInt64(out var number) ? (Value)number : (Value)json.ReadDouble();
            case JsonTokenType.StartArray:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                var items = new List<Value>();
                while (json.NextItem())
                {
                    items.Add(ReadJson(ref json));
                }

                return new(items.ToArray());
            default:
                return ReadMap(ref json);
        }
    }

    /// <summary>Always fails: a value has no protobuf form of its own.</summary>
    public static Value ReadProto(ref ProtoReader proto) => throw new WireException("proto: an unstructured value has no protobuf form");

    /// <summary>Always fails: a value has no protobuf form of its own.</summary>
    public void WriteProto(ref ProtoWriter proto) => throw new WireException("proto: an unstructured value has no protobuf form");

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        switch (_reference)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case Value[] items:
                json.WriteStartArray();
                foreach (ref readonly var item in items.AsSpan())
                {
                    item.WriteJson(json);
                }

                json.WriteEndArray();
                break;
            case KeyValuePair<string, Value>[] entries:
                json.WriteStartObject();
                foreach (ref readonly var entry in entries.AsSpan())
                {
                    json.WritePropertyName(entry.Key);
                    entry.Value.WriteJson(json);
                }

                json.WriteEndObject();
                break;
            default:
                WriteScalar(json);
                break;
        }
    }

    /// <summary>The JSON document, without spaces, keys in order.</summary>
    public byte[] ToJson() => JsonEncoder.ToArray(this);

    /// <summary>The JSON document, without spaces, keys in order.</summary>
    public override string ToString() => System.Text.Encoding.UTF8.GetString(ToJson());

    private void WriteScalar(Utf8JsonWriter json)
    {
        switch (Kind)
        {
            case ValueKind.Boolean:
                json.WriteBooleanValue(_bits != 0);
                break;
            case ValueKind.Integer:
                json.WriteNumberValue(_bits);
                break;
            default:
                json.WriteRawValue(GoText.JsonNumber(BitConverter.Int64BitsToDouble(_bits)), skipInputValidation: true);
                break;
        }
    }

    private static Value ReadMap(ref JsonDecoder json)
    {
        json.BeginObject();
        var entries = new List<KeyValuePair<string, Value>>();
        while (json.NextMember())
        {
            var key = json.ReadName();
            json.Advance();
            entries.Add(new(key, ReadJson(ref json)));
        }

        return Map(ValueMap.Adopt(entries.ToArray()));
    }
}
