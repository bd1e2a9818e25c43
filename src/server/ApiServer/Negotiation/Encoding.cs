namespace Cybernetes.ApiServer.Negotiation;

/// <summary>The encodings of the API.</summary>
public enum Encoding : byte
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>Kubernetes protobuf: an envelope around a message.</summary>
    Protobuf,

    /// <summary>CBOR (KEP-4222).</summary>
    Cbor,

    /// <summary>No encoding: the record itself, for callers in this process.</summary>
    Object,
}
