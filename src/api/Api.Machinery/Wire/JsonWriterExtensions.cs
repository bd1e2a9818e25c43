using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>The field forms that generated writers share.</summary>
public static class JsonWriterExtensions
{
    /// <summary>A list of texts; nil is null.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueList<string> items)
    {
        if (!BeginArray(json, name, items.IsNil))
        {
            return;
        }

        foreach (var item in items.Span)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of whole numbers; nil is null.</summary>
    public static void WriteNumbers(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueList<int> items)
    {
        if (!BeginArray(json, name, items.IsNil))
        {
            return;
        }

        foreach (var item in items.Span)
        {
            json.WriteNumberValue(item);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of whole numbers; nil is null.</summary>
    public static void WriteNumbers(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueList<long> items)
    {
        if (!BeginArray(json, name, items.IsNil))
        {
            return;
        }

        foreach (var item in items.Span)
        {
            json.WriteNumberValue(item);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of truth values; nil is null.</summary>
    public static void WriteBooleans(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueList<bool> items)
    {
        if (!BeginArray(json, name, items.IsNil))
        {
            return;
        }

        foreach (var item in items.Span)
        {
            json.WriteBooleanValue(item);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of base64 texts; nil is null.</summary>
    public static void WriteBytesList(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueList<Bytes> items)
    {
        if (!BeginArray(json, name, items.IsNil))
        {
            return;
        }

        foreach (var item in items.Span)
        {
            json.WriteBase64StringValue(item.Span);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of messages; nil is null.</summary>
    public static void WriteMessages<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueList<T> items)
        where T : IMessage
    {
        if (!BeginArray(json, name, items.IsNil))
        {
            return;
        }

        foreach (var item in items.Span)
        {
            item.WriteJson(json);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of objects, each with its <c>kind</c> and <c>apiVersion</c>; nil is null.</summary>
    public static void WriteKinds<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueList<T> items)
        where T : IKind
    {
        if (!BeginArray(json, name, items.IsNil))
        {
            return;
        }

        foreach (var item in items.Span)
        {
            item.WriteJsonDocument(json);
        }

        json.WriteEndArray();
    }

    /// <summary>An object with its <c>kind</c> and <c>apiVersion</c>, as it stands at the top of a document.</summary>
    public static void WriteJsonDocument(this IKind document, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, document.GroupVersionKind.Kind);
        json.WriteString("apiVersion"u8, document.GroupVersionKind.ApiVersion);
        document.WriteJsonMembers(json);
        json.WriteEndObject();
    }

    /// <summary>A map of texts; nil is null.</summary>
    public static void WriteStringMap(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueMap<string> entries)
    {
        if (!BeginObject(json, name, entries.IsNil))
        {
            return;
        }

        foreach (var (key, value) in entries)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    /// <summary>A map of truth values; nil is null.</summary>
    public static void WriteBooleanMap(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueMap<bool> entries)
    {
        if (!BeginObject(json, name, entries.IsNil))
        {
            return;
        }

        foreach (var (key, value) in entries)
        {
            json.WriteBoolean(key, value);
        }

        json.WriteEndObject();
    }

    /// <summary>A map of base64 texts; nil is null.</summary>
    public static void WriteBytesMap(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueMap<Bytes> entries)
    {
        if (!BeginObject(json, name, entries.IsNil))
        {
            return;
        }

        foreach (var (key, value) in entries)
        {
            json.WriteBase64String(key, value.Span);
        }

        json.WriteEndObject();
    }

    /// <summary>A map of messages; nil is null.</summary>
    public static void WriteMessageMap<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ValueMap<T> entries)
        where T : IMessage
    {
        if (!BeginObject(json, name, entries.IsNil))
        {
            return;
        }

        foreach (var (key, value) in entries)
        {
            json.WritePropertyName(key);
            value.WriteJson(json);
        }

        json.WriteEndObject();
    }

    /// <summary>A message.</summary>
    public static void WriteMessage<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T message)
        where T : IMessage
    {
        json.WritePropertyName(name);
        message.WriteJson(json);
    }

    private static bool BeginArray(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool nil)
    {
        if (nil)
        {
            json.WriteNull(name);
            return false;
        }

        json.WriteStartArray(name);
        return true;
    }

    private static bool BeginObject(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool nil)
    {
        if (nil)
        {
            json.WriteNull(name);
            return false;
        }

        json.WriteStartObject(name);
        return true;
    }
}
