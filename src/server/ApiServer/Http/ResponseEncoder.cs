using System.Buffers;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Http;

/// <summary>Encodes objects and lists; what is stored is written from its shared encodings, part by part, without a copy.</summary>
internal static class ResponseEncoder
{
    private static readonly byte[] _comma = ","u8.ToArray();
    private static readonly byte[] _objectEnd = "}\n"u8.ToArray();
    private static readonly byte[] _newLine = "\n"u8.ToArray();
    private static readonly byte[] _listEnd = "]}\n"u8.ToArray();
    private static readonly byte[] _items = ",\"items\":["u8.ToArray();
    private static readonly byte[] _metadata = ",\"metadata\":"u8.ToArray();

    public static (string Type, IReadOnlyList<ReadOnlyMemory<byte>> Body) Encode(RequestContext context, Response response)
    {
        var format = context.Output.Encoding == Encoding.Object ? OutputFormat.Json : context.Output;
        return response switch
        {
            ObjectResponse one => (format.MediaType, [ObjectEncoder.Document(one.Object, format.Encoding, format.Pretty)]),
            StoredResponse { Version: var version, Object: var stored } when format is { Shape: Shape.Whole, Encoding: Encoding.Json, Pretty: false } =>
                (format.MediaType, Document(version.JsonHeader, stored.Encode(version, Encoding.Json))),
            StoredResponse stored => (format.MediaType, [ShapedEncoder.Encode(context, format, stored)]),
            ListResponse list when format is { Shape: Shape.Whole, Encoding: Encoding.Json, Pretty: false } => (format.MediaType, JsonList(list)),
            ListResponse list => (format.MediaType, [ShapedEncoder.Encode(context, format, list)]),
            _ => throw new InvalidOperationException($"no encoding for {response.GetType().Name}"),
        };
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Document(byte[] header, ReadOnlyMemory<byte> body) =>
        body.Length > 2 ? [header, _comma, body[1..], _newLine] : [header, _objectEnd];

    private static List<ReadOnlyMemory<byte>> JsonList(ListResponse list)
    {
        var metadata = new ArrayBufferWriter<byte>(128);
        JsonEncoder.Write(list.Metadata, metadata);
        var parts = new List<ReadOnlyMemory<byte>>((list.Items.Count * 2) + 5)
        {
            ObjectEncoder.JsonHeader(list.Version.ListKind), _metadata, metadata.WrittenMemory, _items,
        };
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0)
            {
                parts.Add(_comma);
            }

            parts.Add(list.Items[i].Encode(list.Version, Encoding.Json));
        }

        parts.Add(_listEnd);
        return parts;
    }
}
