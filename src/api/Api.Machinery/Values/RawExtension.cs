using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>An object of any kind inside another: its raw bytes, JSON where it came by JSON. <c>default</c> is nil, which JSON shows as null.</summary>
public readonly record struct RawExtension(Bytes Raw) : IMessage<RawExtension>
{
    /// <inheritdoc/>
    public static RawExtension Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <inheritdoc/>
    public bool IsZero => Raw.IsEmpty;

    /// <summary>From a JSON text.</summary>
    public static RawExtension FromJson(string json) => new(Bytes.FromText(json));

    /// <summary>From a JSON value.</summary>
    public static RawExtension FromValue(Value value) => new(Bytes.Adopt(value.ToJson()));

    /// <summary>The JSON value; null where there is none.</summary>
    /// <exception cref="WireException">The bytes are not JSON.</exception>
    public Value ToValue() => Raw.IsEmpty ? Value.Null : Value.ParseJson(Raw.Span);

    /// <inheritdoc/>
    public static RawExtension ReadJson(ref JsonDecoder json) => json.IsNull ? default : new(Bytes.Copy(json.ReadRaw()));

    /// <inheritdoc/>
    public static RawExtension ReadProto(ref ProtoReader proto) => new(RawJson.ReadProto(ref proto));

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json) => RawJson.Write(Raw, json);

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto) => RawJson.WriteProto(Raw, ref proto);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Raw.IsNil ? "null" : Raw.ToString();
}
