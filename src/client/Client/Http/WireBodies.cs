using System.Text.Json;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Client.Http;

/// <summary>Objects as bodies of requests and answers: JSON, and upstream's protobuf envelope (<c>k8s\0</c> and a runtime.Unknown).</summary>
public static class WireBodies
{
    /// <summary>The media type of JSON.</summary>
    public const string Json = "application/json";

    /// <summary>The media type of upstream's protobuf.</summary>
    public const string Protobuf = "application/vnd.kubernetes.protobuf";

    private static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    /// <summary>Encodes an object: protobuf where that is wanted and the kind has it, else JSON.</summary>
    public static (byte[] Bytes, string ContentType) Encode(IKind value, bool protobuf)
    {
        if (!protobuf || Kinds.Find(value.GroupVersionKind) is null)
        {
            return (MessageText.ToJson(value), Json);
        }

        var kind = value.GroupVersionKind;
        var envelope = new Unknown { ApiVersion = kind.ApiVersion, Kind = kind.Kind, Raw = Bytes.Adopt(ProtoWriter.ToArray(value)) };
        return ([.. Magic, .. ProtoWriter.ToArray(envelope)], Protobuf);
    }

    /// <summary>Decodes a body; null where its kind is not declared or it is neither JSON nor protobuf.</summary>
    /// <exception cref="WireException">The body is broken.</exception>
    public static IKind? Decode(ReadOnlySpan<byte> body, string contentType, KindCodec? expected)
    {
        if (contentType.StartsWith(Protobuf, StringComparison.Ordinal))
        {
            return DecodeProtobuf(body, expected);
        }

        return contentType.StartsWith(Json, StringComparison.Ordinal) ? DecodeJson(body, expected) : null;
    }

    /// <summary>Decodes a protobuf body with its envelope.</summary>
    public static IKind? DecodeProtobuf(ReadOnlySpan<byte> body, KindCodec? expected)
    {
        if (!body.StartsWith(Magic))
        {
            throw new WireException("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        }

        var (apiVersion, kind) = ("", "");
        ReadOnlySpan<byte> raw = default;
        var envelope = new ProtoReader(body[Magic.Length..]);
        while (envelope.NextField())
        {
            switch (envelope.Number)
            {
                case 1:
                    var type = new ProtoReader(envelope.Payload());
                    while (type.NextField())
                    {
                        switch (type.Number)
                        {
                            case 1:
                                apiVersion = type.String();
                                break;
                            case 2:
                                kind = type.String();
                                break;
                            default:
                                type.Skip();
                                break;
                        }
                    }

                    break;
                case 2:
                    raw = envelope.Payload();
                    break;
                default:
                    envelope.Skip();
                    break;
            }
        }

        return CodecOf(GroupVersionKind.From(apiVersion, kind), expected)?.ReadProto(raw);
    }

    /// <summary>Decodes a JSON document.</summary>
    public static IKind? DecodeJson(ReadOnlySpan<byte> body, KindCodec? expected) => CodecOf(KindOf(body), expected)?.ReadJson(body);

    /// <summary>The <c>apiVersion</c> and <c>kind</c> of a JSON document; empty where it names none.</summary>
    public static GroupVersionKind KindOf(ReadOnlySpan<byte> document)
    {
        var json = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = JsonDecoder.MaxDepth });
        string? apiVersion = null, kind = null;
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return default;
            }

            while ((apiVersion is null || kind is null) && json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var (isVersion, isKind) = (json.ValueTextEquals("apiVersion"u8), json.ValueTextEquals("kind"u8));
                json.Read();
                if (isVersion && json.TokenType == JsonTokenType.String)
                {
                    apiVersion = json.GetString();
                }
                else if (isKind && json.TokenType == JsonTokenType.String)
                {
                    kind = json.GetString();
                }
                else
                {
                    json.Skip();
                }
            }
        }
        catch (JsonException)
        {
            return default;
        }

        return apiVersion is null || kind is null ? default : GroupVersionKind.From(apiVersion, kind);
    }

    private static KindCodec? CodecOf(GroupVersionKind kind, KindCodec? expected)
    {
        if (string.IsNullOrEmpty(kind.Kind))
        {
            return expected;
        }

        return expected is not null && expected.Info.Kind == kind ? expected : Kinds.Find(kind);
    }
}
