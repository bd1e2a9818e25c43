using System.Text.Json;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// An object kept in the encoding it came in: upstream's <c>runtime.Unknown</c>. JSON shows the content itself, protobuf the type and the content.
/// </summary>
public sealed record Unknown : IMessage<Unknown>
{
    /// <inheritdoc/>
    public static Unknown Empty { get; } = new();

    /// <summary>The content's <c>apiVersion</c>.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>The content's <c>kind</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The content, in the encoding that <see cref="ContentType"/> names.</summary>
    public Bytes Raw { get; init; }

    /// <summary>How the content is compressed; empty for not at all.</summary>
    public string ContentEncoding { get; init; } = "";

    /// <summary>The content's media type; empty for the protobuf of upstream's storage envelope.</summary>
    public string ContentType { get; init; } = "";

    /// <inheritdoc/>
    public bool IsZero => Equals(Empty);

    static MessageSchema? IMessage<Unknown>.Schema => null;

    /// <inheritdoc/>
    public static Unknown ReadJson(ref JsonDecoder json) =>
        json.IsNull ? Empty : new() { Raw = Bytes.Copy(json.ReadRaw()), ContentType = "application/json" };

    /// <inheritdoc/>
    public static Unknown ReadProto(ref ProtoReader proto)
    {
        var message = Empty;
        while (proto.NextField())
        {
            switch (proto.Number)
            {
                case 1:
                    var type = new ProtoReader(proto.Payload());
                    while (type.NextField())
                    {
                        message = type.Number switch
                        {
                            1 => message with { ApiVersion = type.String() },
                            2 => message with { Kind = type.String() },
                            _ => throw new WireException($"proto: unknown field {type.Number} in TypeMeta"),
                        };
                    }

                    break;
                case 2:
                    message = message with { Raw = proto.Bytes() };
                    break;
                case 3:
                    message = message with { ContentEncoding = proto.String() };
                    break;
                case 4:
                    message = message with { ContentType = proto.String() };
                    break;
                default:
                    proto.Skip();
                    break;
            }
        }

        return message;
    }

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter json)
    {
        if (Raw.IsEmpty)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(Raw.Span, skipInputValidation: true);
        }
    }

    /// <inheritdoc/>
    public void WriteProto(ref ProtoWriter proto)
    {
        proto.String(4, ContentType);
        proto.String(3, ContentEncoding);
        if (!Raw.IsNil)
        {
            proto.Bytes(2, Raw.Span);
        }

        var before = proto.Length;
        proto.String(2, Kind);
        proto.String(1, ApiVersion);
        proto.LengthAndTag(1, proto.Length - before);
    }
}
