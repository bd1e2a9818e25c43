using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Resources;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Http;

/// <summary>Writes watches: one JSON document a line, or protobuf frames with a four-byte length. Flushes when there is nothing more to write.</summary>
internal static class WatchWriter
{
    private const string InitialEventsEnd = "k8s.io/initial-events-end";

    public static async Task WriteAsync(HttpContext http, RequestContext context, WatchResponse watch, CancellationToken cancellationToken)
    {
        var format = context.Output;
        http.Response.StatusCode = 200;
        http.Response.ContentType = format.StreamMediaType;
        var output = http.Response.BodyWriter;
        var first = true;
        await http.Response.StartAsync(cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        var events = watch.Events.GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            for (; ; )
            {
                var next = events.MoveNextAsync();
                if (!next.IsCompleted)
                {
                    await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                }

                if (!await next.ConfigureAwait(false))
                {
                    break;
                }

                Write(output, context, format, watch.Version, events.Current, ref first);
                if (output.UnflushedBytes > 64 * 1024)
                {
                    await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Write(PipeWriter output, RequestContext context, OutputFormat format, ServedResource version, WatchItem item, ref bool first)
    {
        if (format.Encoding == Encoding.Protobuf)
        {
            WriteProtobuf(output, format, version, item);
            return;
        }

        output.Write(item.Type switch
        {
            WatchItemType.Added => "{\"type\":\"ADDED\",\"object\":"u8,
            WatchItemType.Modified => "{\"type\":\"MODIFIED\",\"object\":"u8,
            WatchItemType.Deleted => "{\"type\":\"DELETED\",\"object\":"u8,
            WatchItemType.Bookmark => "{\"type\":\"BOOKMARK\",\"object\":"u8,
            _ => "{\"type\":\"ERROR\",\"object\":"u8,
        });
        if (item.Object is { } stored && format.Shape == Shape.Whole)
        {
            ObjectEncoder.WriteJsonDocument(output, version.JsonHeader, stored.Encode(version, Encoding.Json).Span);
        }
        else if (item.Object is { } row && format.Shape == Shape.Table)
        {
            var metadata = new ListMeta { ResourceVersion = row.Object.Metadata.ResourceVersion };
            output.Write(ShapedEncoder.Table(context, format, version, metadata, [row], first).AsSpan()[..^1]);
            first = false;
        }
        else
        {
            output.Write(ObjectEncoder.Document(Shown(context, format, version, item), Encoding.Json).AsSpan()[..^1]);
        }

        output.Write("}\n"u8);
    }

    private static void WriteProtobuf(PipeWriter output, OutputFormat format, ServedResource version, WatchItem item)
    {
        var document = item.Object is { } stored && format.Shape == Shape.Whole
            ? ObjectEncoder.Envelope(version.Kind, stored.Encode(version, Encoding.Protobuf).ToArray())
            : ObjectEncoder.Document(Shown(null, format, version, item), Encoding.Protobuf);
        var proto = new ProtoWriter(document.Length + 64);
        proto.Bytes(2, RawField(document));
        proto.String(1, NameOf(item.Type));

        // Upstream's stream serializer writes the event itself without the envelope; only the object inside has one.
        var frame = proto.Finish();
        BinaryPrimitives.WriteUInt32BigEndian(output.GetSpan(4), (uint)frame.Length);
        output.Advance(4);
        output.Write(frame);
    }

    private static byte[] RawField(byte[] document)
    {
        var proto = new ProtoWriter(document.Length + 8);
        proto.Bytes(1, document);
        return proto.Finish();
    }

    /// <summary>What stands in an event that is not a whole stored object.</summary>
    internal static IKind Shown(RequestContext? context, OutputFormat format, ServedResource version, WatchItem item)
    {
        if (item.Error is { } error)
        {
            return error;
        }

        if (item.Object is { } stored)
        {
            return ShapedEncoder.MetadataOf(stored);
        }

        var metadata = new ObjectMeta
        {
            ResourceVersion = item.Version,
            Annotations = item.InitialEventsEnd ? ValueMap.Of((InitialEventsEnd, "true")) : default,
        };
        return format.Shape == Shape.Whole ? ((IObject)version.Codec.Empty).WithMetadata(metadata) : new PartialObjectMetadata { Metadata = metadata };
    }

    private static string NameOf(WatchItemType type) => type switch
    {
        WatchItemType.Added => "ADDED",
        WatchItemType.Modified => "MODIFIED",
        WatchItemType.Deleted => "DELETED",
        WatchItemType.Bookmark => "BOOKMARK",
        _ => "ERROR",
    };
}
