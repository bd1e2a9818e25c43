using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tools;

/// <summary>Reads objects in any encoding.</summary>
internal static class ObjectReader
{
    public static IReadOnlyList<ReadObject> Read(ReadOnlySpan<byte> bytes, ObjectEncoding encoding)
    {
        switch (encoding)
        {
            case ObjectEncoding.Json:
                return [FromJson(bytes)];
            case ObjectEncoding.Yaml:
                return FromYaml(bytes);
            case ObjectEncoding.Cbor:
                return [FromValue(1, CborReader.Read(bytes), [])];
            case ObjectEncoding.Etcd when !StorageEnvelope.IsEnvelope(bytes):
                return [FromJson(bytes)];
            default:
                return [FromEnvelope(bytes)];
        }
    }

    private static ReadObject FromJson(ReadOnlySpan<byte> bytes)
    {
        var value = Value.ParseJson(bytes);
        var codec = CodecOf(value);
        return new(1, value, codec?.ReadJson(bytes), StrictScan.Find(bytes, codec?.Schema));
    }

    private static List<ReadObject> FromYaml(ReadOnlySpan<byte> bytes)
    {
        var objects = new List<ReadObject>();
        var ranges = YamlReader.Split(bytes);
        for (var i = 0; i < ranges.Count; i++)
        {
            try
            {
                var duplicates = new List<string>();
                var value = YamlReader.Read(bytes[ranges[i]], duplicates);
                if (!value.IsNull)
                {
                    objects.Add(FromValue(i + 1, value, duplicates));
                }
            }
            catch (WireException e) when (ranges.Count > 1)
            {
                throw new WireException($"document {i + 1}: {e.Message}", e);
            }
        }

        return objects;
    }

    private static ReadObject FromValue(int number, Value value, IReadOnlyList<string> duplicates)
    {
        var codec = CodecOf(value);
        var json = value.ToJson();
        return new(number, value, codec?.ReadJson(json), [.. duplicates, .. StrictScan.Find(json, codec?.Schema)]);
    }

    private static ReadObject FromEnvelope(ReadOnlySpan<byte> bytes)
    {
        var envelope = StorageEnvelope.Open(bytes);
        if (envelope.ContentType is not ("" or StorageEnvelope.MediaType) || envelope.ContentEncoding.Length > 0)
        {
            throw new WireException($"proto: content of type {GoText.Quote(envelope.ContentType)} with encoding {GoText.Quote(envelope.ContentEncoding)} is not protobuf");
        }

        var kind = GroupVersionKind.From(envelope.ApiVersion, envelope.Kind);
        var codec = Kinds.Find(kind) ?? throw NotRegistered(kind);
        var typed = codec.ReadProto(envelope.Raw.Span);
        return new(1, Value.ToValue(typed), typed, []);
    }

    private static KindCodec? CodecOf(Value value)
    {
        if (!value.IsMap)
        {
            throw new WireException($"expected an object, got {GoValue.JsonKind(value)}");
        }

        var (apiVersion, kind) = (value["apiVersion"].AsString, value["kind"].AsString);
        if (string.IsNullOrEmpty(kind))
        {
            throw new WireException("Object 'Kind' is missing");
        }

        return string.IsNullOrEmpty(apiVersion) ? throw new WireException("Object 'apiVersion' is missing") : Kinds.Find(GroupVersionKind.From(apiVersion, kind));
    }

    internal static WireException NotRegistered(GroupVersionKind kind) =>
        new($"no kind {GoText.Quote(kind.Kind)} is registered for version {GoText.Quote(kind.ApiVersion)}");
}
