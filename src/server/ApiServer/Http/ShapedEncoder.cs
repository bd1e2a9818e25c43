using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Printing;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Http;

/// <summary>Encodes what is not plain JSON of the whole object: metadata only, Tables, protobuf, indented JSON and the rest.</summary>
internal static class ShapedEncoder
{
    public static byte[] Encode(RequestContext context, OutputFormat format, StoredResponse response) => format switch
    {
        { Shape: Shape.Table } => Table(context, format, response.Version, new ListMeta { ResourceVersion = response.Object.Object.Metadata.ResourceVersion }, [response.Object], withColumns: true),
        { Shape: Shape.Metadata } => ObjectEncoder.Document(MetadataOf(response.Object), format.Encoding, format.Pretty),
        { Encoding: Encoding.Protobuf } => ObjectEncoder.Envelope(response.Version.Kind, response.Object.Encode(response.Version, Encoding.Protobuf).ToArray()),
        _ => ObjectEncoder.Document(response.Object.In(response.Version), format.Encoding, format.Pretty),
    };

    public static byte[] Encode(RequestContext context, OutputFormat format, ListResponse list) => format switch
    {
        { Shape: Shape.Table } => Table(context, format, list.Version, list.Metadata, list.Items, withColumns: true),
        { Shape: Shape.Metadata, Encoding: not Encoding.Protobuf } => ObjectEncoder.Document(MetadataDocument(list), format.Encoding, format.Pretty),
        { Shape: Shape.Metadata } => ObjectEncoder.Document(MetadataOf(list), format.Encoding, format.Pretty),
        { Encoding: Encoding.Protobuf } => ObjectEncoder.Envelope(list.Version.ListKind, ProtobufList(list)),
        _ => ObjectEncoder.Document(ListOf(list), format.Encoding, format.Pretty),
    };

    /// <summary>A Table of stored objects.</summary>
    public static byte[] Table(RequestContext context, OutputFormat format, ServedResource version, ListMeta metadata, IEnumerable<StoredObject> items, bool withColumns)
    {
        var include = context.Query["includeObject"] switch
        {
            "None" => IncludedObject.None,
            "Object" => IncludedObject.Whole,
            _ => IncludedObject.Metadata,
        };
        var printer = TablePrinters.For(version.Kind.GroupKind);
        var json = TableDocument.Write(
            printer, metadata, items.Select(item => new TableItem(item.Object, item.In(version))), format.ShapeVersion, include, withColumns, context.ReceivedAt);
        return format switch
        {
            { Encoding: Encoding.Yaml } => YamlDocument.FromJson(json),
            { Pretty: true } => PrettyJson.Of(json),
            _ => json,
        };
    }

    /// <summary>The list as a record, for callers in this process and rarer encodings.</summary>
    public static IKind ListOf(ListResponse list) =>
        ((Api.IListCodec)list.Version.List!).Of(list.Metadata, [.. list.Items.Select(item => item.In(list.Version))]);

    /// <summary>An object's metadata alone.</summary>
    public static PartialObjectMetadata MetadataOf(StoredObject stored) => new() { Metadata = stored.Object.Metadata };

    /// <summary>The metadata of a list's objects as a document, in which each item says what it is.</summary>
    private static Value MetadataDocument(ListResponse list)
    {
        var document = Value.ToValue(MetadataOf(list));
        var items = document["items"].Items.Update(item => item.With("kind", PartialObjectMetadata.Info.Kind.Kind).With("apiVersion", PartialObjectMetadata.Info.Kind.ApiVersion));
        return document.With("items", Value.List(items));
    }

    /// <summary>The metadata of a list's objects.</summary>
    public static PartialObjectMetadataList MetadataOf(ListResponse list) => new() { Metadata = list.Metadata, Items = list.Items.Select(MetadataOf).ToValueList() };

    /// <summary>Lists have their metadata in field 1 and their items in field 2, whatever the kind.</summary>
    private static byte[] ProtobufList(ListResponse list)
    {
        var proto = new ProtoWriter(4096);
        for (var i = list.Items.Count - 1; i >= 0; i--)
        {
            proto.Bytes(2, list.Items[i].Encode(list.Version, Encoding.Protobuf).Span);
        }

        proto.Bytes(1, ProtoWriter.ToArray(list.Metadata));
        return proto.Finish();
    }
}
