using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;

namespace Cybernetes.Client.Http;

/// <summary>A watch over HTTP: JSON documents one after the other, or protobuf frames of a four-byte length.</summary>
internal sealed class HttpWatch(HttpResponseMessage response, Stream body, string contentType, KindCodec? expected) : ApiWatch
{
    private const int MaxFrame = 64 << 20;

    public override async IAsyncEnumerable<ApiWatchEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var protobuf = contentType.StartsWith(WireBodies.Protobuf, StringComparison.Ordinal);
        var pipe = PipeReader.Create(body, new StreamPipeReaderOptions(bufferSize: 16 << 10, leaveOpen: true));
        var events = new List<ApiWatchEvent>();
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            var contiguous = read.Buffer.IsSingleSegment ? read.Buffer.First : Linearize(read.Buffer);
            var used = protobuf ? ReadFrames(contiguous.Span, events) : ReadDocuments(contiguous.Span, events);
            var consumed = read.Buffer.GetPosition(used);
            pipe.AdvanceTo(consumed, read.Buffer.End);
            foreach (var change in events)
            {
                yield return change;
            }

            events.Clear();
            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await body.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> Linearize(System.Buffers.ReadOnlySequence<byte> buffer)
    {
        var bytes = new byte[buffer.Length];
        System.Buffers.BuffersExtensions.CopyTo(buffer, bytes);
        return bytes;
    }

    private int ReadFrames(ReadOnlySpan<byte> buffer, List<ApiWatchEvent> events)
    {
        var used = 0;
        while (buffer.Length - used >= 4)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(buffer[used..]);
            if (length is < 0 or > MaxFrame)
            {
                throw new IOException("watch frame too large");
            }

            if (buffer.Length - used - 4 < length)
            {
                break;
            }

            events.Add(ReadFrame(buffer.Slice(used + 4, length)));
            used += 4 + length;
        }

        return used;
    }

    private ApiWatchEvent ReadFrame(ReadOnlySpan<byte> frame)
    {
        var type = "";
        IKind? value = null;
        var fields = new ProtoReader(frame);
        while (fields.NextField())
        {
            switch (fields.Number)
            {
                case 1:
                    type = fields.String();
                    break;
                case 2:
                    var extension = new ProtoReader(fields.Payload());
                    while (extension.NextField())
                    {
                        if (extension.Number == 1)
                        {
                            value = WireBodies.DecodeProtobuf(extension.Payload(), expected);
                        }
                        else
                        {
                            extension.Skip();
                        }
                    }

                    break;
                default:
                    fields.Skip();
                    break;
            }
        }

        return new(TypeOf(type), value);
    }

    private int ReadDocuments(ReadOnlySpan<byte> buffer, List<ApiWatchEvent> events)
    {
        var used = 0;
        while (used < buffer.Length)
        {
            // Servers end each event with a line feed, and JSON has none inside a line.
            var end = buffer[used..].IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            var line = buffer.Slice(used, end).Trim(" \t\r"u8);
            if (!line.IsEmpty)
            {
                events.Add(ReadDocument(line));
            }

            used += end + 1;
        }

        return used;
    }

    private ApiWatchEvent ReadDocument(ReadOnlySpan<byte> document)
    {
        var json = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = JsonDecoder.MaxDepth });
        var type = "";
        ReadOnlySpan<byte> value = default;
        try
        {
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var (isType, isObject) = (json.ValueTextEquals("type"u8), json.ValueTextEquals("object"u8));
                json.Read();
                if (isType)
                {
                    type = json.GetString() ?? "";
                    continue;
                }

                var start = (int)json.TokenStartIndex;
                json.Skip();
                if (isObject)
                {
                    value = document[start..(int)json.BytesConsumed];
                }
            }
        }
        catch (JsonException e)
        {
            throw new IOException("broken watch event", e);
        }

        var decoded = WireBodies.DecodeJson(value, expected);
        return new(TypeOf(type), decoded, decoded is null ? value.ToArray() : default);
    }

    private static WatchEventType TypeOf(string text) => text switch
    {
        "ADDED" => WatchEventType.Added,
        "MODIFIED" => WatchEventType.Modified,
        "DELETED" => WatchEventType.Deleted,
        "BOOKMARK" => WatchEventType.Bookmark,
        "ERROR" => WatchEventType.Error,
        _ => throw new IOException($"watch event of unknown type {text}"),
    };
}
