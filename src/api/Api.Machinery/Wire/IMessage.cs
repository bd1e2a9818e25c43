using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>Anything that stands in an API object and knows its wire forms: the generated records and the hand-made value types.</summary>
public interface IMessage
{
    /// <summary>True when nothing is set, so that JSON may leave a pointerless field out.</summary>
    bool IsZero { get; }

    /// <summary>Writes the JSON value.</summary>
    void WriteJson(Utf8JsonWriter json);

    /// <summary>Writes the protobuf body, without tag and length.</summary>
    void WriteProto(ref ProtoWriter proto);
}

/// <summary>A message that can be read as well.</summary>
public interface IMessage<TSelf> : IMessage
    where TSelf : IMessage<TSelf>
{
    /// <summary>The message with nothing set; records share one.</summary>
    static abstract TSelf Empty { get; }

    /// <summary>The field table that merge, apply, strict decoding and OpenAPI read; null for a value type that is a leaf to them.</summary>
    static abstract MessageSchema? Schema { get; }

    /// <summary>Reads the JSON value at hand; null gives <see cref="Empty"/>.</summary>
    /// <exception cref="WireException">The value is of a wrong type or out of range.</exception>
    static abstract TSelf ReadJson(ref JsonDecoder json);

    /// <summary>Reads a protobuf body up to the reader's end.</summary>
    /// <exception cref="WireException">The body is truncated or has a wrong wire type.</exception>
    static abstract TSelf ReadProto(ref ProtoReader proto);
}

/// <summary>A message with a group, a version and a kind: what may stand at the top of a document.</summary>
public interface IKind : IMessage
{
    /// <summary>Group, version and kind, fixed by the type.</summary>
    GroupVersionKind GroupVersionKind { get; }

    /// <summary>Writes the JSON members without the braces around them and without <c>kind</c> and <c>apiVersion</c>.</summary>
    void WriteJsonMembers(Utf8JsonWriter json);
}

/// <summary>A readable <see cref="IKind"/>.</summary>
public interface IKind<TSelf> : IKind, IMessage<TSelf>
    where TSelf : IKind<TSelf>
{
    /// <summary>Group, version, kind, plural and the like, fixed by the type.</summary>
    static abstract KindInfo Info { get; }
}
