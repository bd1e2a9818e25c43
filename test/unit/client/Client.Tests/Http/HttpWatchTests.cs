using System.Buffers.Binary;
using System.Text;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client.Http;
using Cybernetes.Client.Transport;

namespace Cybernetes.Client.Tests.Http;

public sealed class HttpWatchTests
{
    private static readonly ConfigMap _map = new() { Metadata = new ObjectMeta { Name = "a", Namespace = "b", ResourceVersion = "7" } };

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task JsonEventsAreReadHoweverTheyAreCut(int chunk)
    {
        var text = "{\"type\":\"ADDED\",\"object\":" + _map + "}\n{\"type\":\"DELETED\",\"object\":" + _map + "}\n{\"type\":\"ADD";
        var events = await ReadAsync(Encoding.UTF8.GetBytes(text), "application/json", chunk);

        Assert.Equal([new(WatchEventType.Added, _map), new ApiWatchEvent(WatchEventType.Deleted, _map)], events);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task ProtobufFramesAreReadHoweverTheyAreCut(int chunk)
    {
        var frame = ProtoWriter.ToArray(new WatchEvent { Type = "MODIFIED", Object = new RawExtension(Bytes.Adopt(WireBodies.Encode(_map, protobuf: true).Bytes)) });
        var bytes = new byte[4 + frame.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, frame.Length);
        frame.CopyTo(bytes, 4);

        var events = await ReadAsync([.. bytes, .. bytes], WireBodies.Protobuf, chunk);

        Assert.Equal([new(WatchEventType.Modified, _map), new ApiWatchEvent(WatchEventType.Modified, _map)], events);
    }

    private static async Task<List<ApiWatchEvent>> ReadAsync(byte[] body, string type, int chunk)
    {
        var events = new List<ApiWatchEvent>();
        await using var watch = new HttpWatch(new HttpResponseMessage(), new ChunkedStream(body, chunk), type, expected: null);
        await foreach (var change in watch.ReadAsync(TestContext.Current.CancellationToken))
        {
            events.Add(change);
        }

        return events;
    }

    private sealed class ChunkedStream(byte[] content, int chunk) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(chunk, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
