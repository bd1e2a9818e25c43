using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>The field set of a <c>managedFields</c> entry as the raw JSON trie; the apply engine reads it. <c>default</c> is nil, which JSON shows as null.</summary>
public readonly record struct FieldsV1(Bytes Raw) : IMessage<FieldsV1>
{
    /// <inheritdoc/>
    public static FieldsV1 Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <inheritdoc/>
    public bool IsZero => Raw.IsEmpty;

    /// <summary>From a JSON text.</summary>
    public static FieldsV1 FromJson(string json) => new(Bytes.FromText(json));

    /// <summary>From a JSON value.</summary>
    public static FieldsV1 FromValue(Value value) => new(Bytes.Adopt(value.ToJson()));

    /// <summary>The JSON value; null where there is none.</summary>
    /// <exception cref="WireException">The bytes are not JSON.</exception>
    public Value ToValue() => Raw.IsEmpty ? Value.Null : Value.ParseJson(Raw.Span);

    /// <inheritdoc/>
    public static FieldsV1 ReadJson(ref JsonDecoder json) => json.IsNull ? default : new(Bytes.Copy(json.ReadRaw()));

    /// <inheritdoc/>
    public static FieldsV1 ReadProto(ref ProtoReader proto) => new(RawJson.ReadProto(ref proto));

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json) => RawJson.Write(Raw, json);

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto) => RawJson.WriteProto(Raw, ref proto);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Raw.IsNil ? "null" : Raw.ToString();
}
