using System.Net.WebSockets;
using System.Text;
using Cybernetes.Client.Streams;
using Cybernetes.Client.Streams.Spdy;

namespace Cybernetes.Client.Tests.Streams;

public sealed class RemoteCommandTranslatorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASessionEchoesInputUntilTheClientClosesItAndEndsWithTheBackendsStatus()
    {
        var (clientSide, serverSide) = DuplexPipe.Create();
        var (backendNear, backendFar) = DuplexPipe.Create();
        var server = WebSocket.CreateFromStream(serverSide, true, StreamProtocols.RemoteCommandV5, TimeSpan.Zero);
        await using var client = ChannelSocket.Start(WebSocket.CreateFromStream(clientSide, false, StreamProtocols.RemoteCommandV5, TimeSpan.Zero));
        var backend = CatAsync(backendFar);

        var session = RemoteCommandTranslator.RunAsync(server, backendNear, new(Stdin: true, Stdout: true, Stderr: true, Tty: false), Ct);
        await client[ChannelSocket.Stdin].WriteAsync("hello"u8.ToArray(), Ct);
        await client[ChannelSocket.Stdin].CloseWriteAsync(Ct);

        Assert.Equal("hello", Encoding.UTF8.GetString(await SpdyTests.ReadAllAsync(client[ChannelSocket.Stdout])));
        Assert.Equal("""{"status":"Success"}""", Encoding.UTF8.GetString(await SpdyTests.ReadAllAsync(client[ChannelSocket.Error])));
        await session.WaitAsync(Ct);
        await backend.WaitAsync(Ct);
    }

    /// <summary>A backend that runs cat: copies stdin to stdout until it ends, then reports success.</summary>
    private static async Task CatAsync(Stream transport)
    {
        await using var connection = SpdyConnection.Start(transport, isServer: true);
        Dictionary<string, SpdyStream> streams = [];
        await foreach (var stream in connection.AcceptAllAsync(Ct))
        {
            streams[stream.Headers[StreamProtocols.StreamType]] = stream;
            if (streams.Count == 4)
            {
                break;
            }
        }

        await BytePump.CopyAsync(streams["stdin"], streams["stdout"], Ct);
        await streams["error"].WriteAsync("""{"status":"Success"}"""u8.ToArray(), Ct);
        foreach (var stream in streams.Values)
        {
            await stream.CloseWriteAsync(Ct);
        }

        await connection.Completion.WaitAsync(Ct);
    }
}
