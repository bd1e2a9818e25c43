namespace Cybernetes.ApiServer.Negotiation;

/// <summary>The media types of the API.</summary>
public static class MediaTypes
{
    /// <summary>JSON.</summary>
    public const string Json = "application/json";

    /// <summary>YAML.</summary>
    public const string Yaml = "application/yaml";

    /// <summary>Kubernetes protobuf.</summary>
    public const string Protobuf = "application/vnd.kubernetes.protobuf";

    /// <summary>CBOR.</summary>
    public const string Cbor = "application/cbor";

    /// <summary>What is spoken of in refusals, in upstream's order.</summary>
    public static IReadOnlyList<string> Named { get; } = [Json, Yaml, Protobuf];

    /// <summary>What answers may be in, in upstream's order.</summary>
    public static IReadOnlyList<string> Acceptable { get; } = [Json, Yaml, Protobuf];

    /// <summary>The media type of an encoding.</summary>
    public static string Of(Encoding encoding) => encoding switch
    {
        Encoding.Yaml => Yaml,
        Encoding.Protobuf => Protobuf,
        Encoding.Cbor => Cbor,
        _ => Json,
    };

    /// <summary>The encoding of a body's media type, parameters passed over; null for none of ours.</summary>
    public static Encoding? Parse(string contentType)
    {
        var end = contentType.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? contentType : contentType[..end]).Trim() switch
        {
            Json => Encoding.Json,
            Yaml => Encoding.Yaml,
            Protobuf => Encoding.Protobuf,
            Cbor => Encoding.Cbor,
            _ => null,
        };
    }
}
