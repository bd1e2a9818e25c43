using System.Text;
using Cybernetes.Client.Streams.Spdy;

namespace Cybernetes.Client.Tests.Streams;

public sealed class SpdyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void HeaderBlocksThatZlibCompressedWithTheDictionaryAreReadInOrder()
    {
        var inflater = new SpdyInflater();
        string[] blocks = ["78bbe3c6a7c202253a703a2b294a4dcc851625aca9a0808614cb45e01c6061606100a4398b20d198094ade8c0600000000ffff","c2aa19540e2512d60b000000ffff","0211205c0134a33b312979148da251348088a13815d8a24801000000ffff"];

        var headers = blocks.Select(b => SpdyHeaderBlock.Decode(inflater.Inflate(Convert.FromHexString(b)))).ToList();

        Assert.Equal(("error", "8080", "0"), (headers[0]["streamType"], headers[0]["port"], headers[0]["requestID"]));
        Assert.Equal("data", headers[1]["streamType"]);
        Assert.Equal([string.Concat(Enumerable.Repeat("abc", 300)), "second"], headers[2].Select(h => h.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("78bbdfa251b2")]
    [InlineData("780107")]
    public void AMalformedHeaderBlockIsInvalidData(string hex) =>
        Assert.Throws<InvalidDataException>(() => SpdyHeaderBlock.Decode(new SpdyInflater().Inflate(Convert.FromHexString(hex))));

    [Fact]
    public async Task AStreamCarriesBytesBothWaysAndEachDirectionClosesOnItsOwn()
    {
        var (left, right) = DuplexPipe.Create();
        await using var client = SpdyConnection.Start(left, isServer: false);
        await using var server = SpdyConnection.Start(right, isServer: true);

        var opened = await client.OpenAsync([new("streamType", "stdin")], Ct);
        var accepted = await FirstAsync(server);
        await opened.WriteAsync(new byte[100_000], Ct);
        await opened.CloseWriteAsync(Ct);
        var received = await ReadAllAsync(accepted);
        await accepted.WriteAsync("done"u8.ToArray(), Ct);
        await accepted.CloseWriteAsync(Ct);

        Assert.Equal("stdin", accepted.Headers["streamType"]);
        Assert.Equal(100_000, received.Length);
        Assert.Equal("done", Encoding.UTF8.GetString(await ReadAllAsync(opened)));
    }

    [Fact]
    public async Task AResetEndsReadingAndRefusesWriting()
    {
        var (left, right) = DuplexPipe.Create();
        await using var client = SpdyConnection.Start(left, isServer: false);
        await using var server = SpdyConnection.Start(right, isServer: true);
        var opened = await client.OpenAsync([new("a", "b")], Ct);
        var accepted = await FirstAsync(server);

        await accepted.ResetAsync(cancellationToken: Ct);

        Assert.Empty(await ReadAllAsync(opened));
        await Assert.ThrowsAsync<IOException>(async () => await opened.WriteAsync(new byte[1], Ct));
    }

    [Fact]
    public async Task APingIsEchoed()
    {
        var (left, right) = DuplexPipe.Create();
        await using var client = SpdyConnection.Start(left, isServer: false);
        await using var server = SpdyConnection.Start(right, isServer: true);

        await client.PingAsync(Ct);
        await server.PingAsync(Ct);
    }

    [Fact]
    public async Task WhenTheTransportEndsOpenStreamsEndAndNewOnesFail()
    {
        var (left, right) = DuplexPipe.Create();
        await using var client = SpdyConnection.Start(left, isServer: false);
        var server = SpdyConnection.Start(right, isServer: true);
        var opened = await client.OpenAsync([new("a", "b")], Ct);

        await server.DisposeAsync();

        Assert.Empty(await ReadAllAsync(opened));
        await client.Completion.WaitAsync(Ct);
        await Assert.ThrowsAnyAsync<Exception>(async () => await client.OpenAsync([new("a", "b")], Ct));
    }

    private static async Task<SpdyStream> FirstAsync(SpdyConnection connection)
    {
        await foreach (var stream in connection.AcceptAllAsync(Ct))
        {
            return stream;
        }

        throw new InvalidOperationException("no stream");
    }

    internal static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Ct);
        return all.ToArray();
    }
}
