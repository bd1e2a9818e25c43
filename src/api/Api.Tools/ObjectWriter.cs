using System.Buffers;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tools;

/// <summary>Writes objects in any encoding.</summary>
internal static class ObjectWriter
{
    public static void Write(IReadOnlyList<ReadObject> objects, ObjectEncoding encoding, Stream output)
    {
        if (objects.Count > 1 && encoding is not (ObjectEncoding.Json or ObjectEncoding.Yaml))
        {
            throw new WireException($"{objects.Count} objects cannot be written as {encoding.ToString().ToLowerInvariant()}: give one at a time");
        }

        var bytes = new ArrayBufferWriter<byte>(4096);
        foreach (var one in objects)
        {
            if (one.Number != objects[0].Number && encoding == ObjectEncoding.Yaml)
            {
                bytes.Write("---\n"u8);
            }

            bytes.Write(Encode(one, encoding).AsSpan());
        }

        output.Write(bytes.WrittenSpan);
    }

    private static byte[] Encode(ReadObject one, ObjectEncoding encoding) => encoding switch
    {
        ObjectEncoding.Json => Indented(one),
        ObjectEncoding.Yaml => System.Text.Encoding.UTF8.GetBytes(YamlWriter.Write(one.Content)),
        ObjectEncoding.Cbor => CborWriter.Write(one.Content),
        ObjectEncoding.Etcd when one.Typed is null => [.. one.Content.ToJson(), (byte)'\n'],
        _ => Envelope(one),
    };

    private static byte[] Indented(ReadObject one)
    {
        var json = new ArrayBufferWriter<byte>(4096);
        JsonEncoder.WriteIndented(one.Content, json);
        json.Write("\n"u8);
        return json.WrittenSpan.ToArray();
    }

    private static byte[] Envelope(ReadObject one)
    {
        var typed = one.Typed ?? throw ObjectReader.NotRegistered(GroupVersionKind.From(one.Content["apiVersion"].AsString!, one.Content["kind"].AsString!));
        return Kinds.Find(typed.GroupVersionKind)!.Schema.Package.Length == 0
            ? throw new WireException($"{typed.GroupVersionKind.Kind} of {typed.GroupVersionKind.ApiVersion} has no protobuf form")
            : StorageEnvelope.Wrap(typed);
    }
}
