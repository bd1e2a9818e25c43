namespace Cybernetes.Api.Machinery;

/// <summary>
/// The form in which upstream stores objects and sends protobuf: four magic bytes, then <see cref="Unknown"/> with the object's type and its protobuf body.
/// </summary>
public static class StorageEnvelope
{
    /// <summary>The media type of the form in HTTP.</summary>
    public const string MediaType = "application/vnd.kubernetes.protobuf";

    /// <summary>The bytes that every envelope begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    /// <summary>True for bytes that begin as an envelope does.</summary>
    public static bool IsEnvelope(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    /// <summary>The object in its envelope.</summary>
    public static byte[] Wrap(IKind document)
    {
        var kind = document.GroupVersionKind;
        return Wrap(kind.ApiVersion, kind.Kind, document, "");
    }

    /// <summary>Any message in an envelope.</summary>
    public static byte[] Wrap(string apiVersion, string kind, IMessage body, string contentType)
    {
        // From the end: content type and encoding, the body, the type, the magic.
        var proto = new ProtoWriter(1024);
        proto.String(4, contentType);
        proto.String(3, "");
        proto.Message(2, body);
        var before = proto.Length;
        proto.String(2, kind);
        proto.String(1, apiVersion);
        proto.LengthAndTag(1, proto.Length - before);
        proto.Raw(Magic);
        return proto.Finish();
    }

    /// <summary>Opens an envelope.</summary>
    /// <exception cref="WireException">The bytes are no envelope.</exception>
    public static Unknown Open(ReadOnlySpan<byte> bytes) => IsEnvelope(bytes)
        ? ProtoReader.Read<Unknown>(bytes[Magic.Length..])
        : throw new WireException("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
}
