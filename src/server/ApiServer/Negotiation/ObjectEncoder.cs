using System.Buffers;
using System.Text.Json;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Negotiation;

/// <summary>Writes kinds in each encoding.</summary>
public static class ObjectEncoder
{
    /// <summary>What protobuf documents of Kubernetes begin with.</summary>
    public static ReadOnlySpan<byte> ProtobufPrefix => "k8s\0"u8;

    /// <summary>The body without kind and apiVersion: what stands inside lists.</summary>
    public static byte[] Body(IKind value, Encoding encoding) => encoding switch
    {
        Encoding.Protobuf => ProtoWriter.ToArray(value),
        _ => JsonBody(value),
    };

    /// <summary>A whole document.</summary>
    public static byte[] Document(IKind value, Encoding encoding, bool pretty = false) => encoding switch
    {
        Encoding.Protobuf => Envelope(value.GroupVersionKind, ProtoWriter.ToArray(value)),
        Encoding.Yaml => YamlDocument.FromJson(Json(value, pretty: false)),
        Encoding.Cbor => CborWriter.Write(Value.ToValue(value)),
        _ => Json(value, pretty),
    };

    /// <summary>A document of no declared kind.</summary>
    public static byte[] Document(Value value, Encoding encoding, bool pretty = false)
    {
        if (encoding == Encoding.Cbor)
        {
            return CborWriter.Write(value);
        }

        var json = value.ToJson();
        return encoding == Encoding.Yaml ? YamlDocument.FromJson(json) : pretty ? PrettyJson.Of(json) : [.. json, (byte)'\n'];
    }

    /// <summary>A protobuf body in the envelope that says what it is.</summary>
    public static byte[] Envelope(GroupVersionKind kind, byte[] body)
    {
        var proto = new ProtoWriter(body.Length + 64);
        new Unknown { ApiVersion = kind.ApiVersion, Kind = kind.Kind, Raw = Bytes.Adopt(body) }.WriteProto(ref proto);
        proto.Raw(ProtobufPrefix);
        return proto.Finish();
    }

    /// <summary>How a JSON document of this kind begins, with a comma where members follow.</summary>
    public static byte[] JsonHeader(GroupVersionKind kind) =>
        System.Text.Encoding.UTF8.GetBytes($"{{\"kind\":\"{kind.Kind}\",\"apiVersion\":\"{kind.ApiVersion}\"");

    /// <summary>A JSON document from a body without kind and apiVersion.</summary>
    public static void WriteJsonDocument(IBufferWriter<byte> output, ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
    {
        output.Write(header);
        if (body.Length > 2)
        {
            output.Write(","u8);
            output.Write(body[1..]);
        }
        else
        {
            output.Write("}"u8);
        }
    }

    private static byte[] JsonBody(IKind value)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        JsonEncoder.Write(new MembersOnly(value), buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Json(IKind value, bool pretty)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        if (pretty)
        {
            JsonEncoder.WriteIndented(value, buffer);
        }
        else
        {
            JsonEncoder.Write(value, buffer);
            buffer.Write("\n"u8);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A kind without its kind and apiVersion.</summary>
    private readonly struct MembersOnly(IKind value) : IMessage
    {
        public bool IsZero => false;

        public void WriteJson(Utf8JsonWriter json) => value.WriteJson(json);

        public void WriteProto(ref ProtoWriter proto) => value.WriteProto(ref proto);
    }
}
