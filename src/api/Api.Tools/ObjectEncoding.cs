using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tools;

/// <summary>The encodings of API objects.</summary>
internal enum ObjectEncoding : byte
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>YAML, of one or several documents.</summary>
    Yaml,

    /// <summary>Protobuf in upstream's envelope.</summary>
    Proto,

    /// <summary>CBOR.</summary>
    Cbor,

    /// <summary>As stored: protobuf in its envelope, JSON for kinds that are not declared.</summary>
    Etcd,
}

/// <summary>Names and signs of the encodings.</summary>
internal static class Encodings
{
    public static ObjectEncoding Parse(string name) => name switch
    {
        "json" => ObjectEncoding.Json,
        "yaml" => ObjectEncoding.Yaml,
        "proto" => ObjectEncoding.Proto,
        "cbor" => ObjectEncoding.Cbor,
        "etcd" => ObjectEncoding.Etcd,
        _ => throw new ArgumentException($"unknown encoding {GoText.Quote(name)}: must be json, yaml, proto, cbor or etcd"),
    };

    /// <summary>The encoding that the first bytes are a sign of; YAML where there is none.</summary>
    public static ObjectEncoding Recognise(ReadOnlySpan<byte> bytes) =>
        StorageEnvelope.IsEnvelope(bytes) ? ObjectEncoding.Etcd
        : CborReader.IsCbor(bytes) ? ObjectEncoding.Cbor
        : bytes.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? ObjectEncoding.Json
        : ObjectEncoding.Yaml;
}
