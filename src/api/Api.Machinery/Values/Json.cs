using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>Any JSON value, kept as its raw bytes: upstream's apiextensions <c>JSON</c>. <c>default</c> is null.</summary>
public readonly record struct Json(Bytes Raw) : IMessage<Json>
{
    /// <inheritdoc/>
    public static Json Empty => default;

    /// <inheritdoc/>
    public static MessageSchema? Schema => null;

    /// <inheritdoc/>
    public bool IsZero => Raw.IsEmpty;

    /// <summary>From a JSON text.</summary>
    public static Json FromJson(string json) => new(Bytes.FromText(json));

    /// <summary>From a JSON value.</summary>
    public static Json FromValue(Value value) => new(Bytes.Adopt(value.ToJson()));

    /// <summary>The JSON value; null where there is none.</summary>
    /// <exception cref="WireException">The bytes are not JSON.</exception>
    public Value ToValue() => Raw.IsEmpty ? Value.Null : Value.ParseJson(Raw.Span);

    /// <inheritdoc/>
    public static Json ReadJson(ref JsonDecoder json) => json.IsNull ? default : new(Bytes.Copy(json.ReadRaw()));

    /// <inheritdoc/>
    public static Json ReadProto(ref ProtoReader proto) => new(RawJson.ReadProto(ref proto));

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json) => RawJson.Write(Raw, json);

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto) => RawJson.WriteProto(Raw, ref proto);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Raw.IsNil ? "null" : Raw.ToString();
}
