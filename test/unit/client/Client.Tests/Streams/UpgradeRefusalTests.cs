using System.IO.Pipelines;
using System.Text;
using Cybernetes.Client.Streams;

namespace Cybernetes.Client.Tests.Streams;

/// <summary>Answers to a request for an upgrade that refuse it, over a connection that stays open.</summary>
public sealed class UpgradeRefusalTests
{
    [Theory]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ncont\r\n5;x=y\r\nainer\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 9\r\n\r\ncontainer")]
    public async Task TheBodyIsReadWithoutWaitingForTheEndOfTheConnection(string answer)
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Encoding.ASCII.GetBytes(answer));

        await using var refusal = await UpgradeDialer.SendAsync(new Connection(pipe.Reader.AsStream()), HttpMethod.Post, new Uri("http://node/exec"), [], CancellationToken.None);

        Assert.Equal(500, refusal.StatusCode);
        Assert.Equal("container", Encoding.ASCII.GetString(await refusal.ReadBodyAsync(4096, CancellationToken.None)));
    }

    // Reads what the peer sends, and lets go of what is written.
    private sealed class Connection(Stream incoming) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => incoming.ReadAsync(buffer, cancellationToken);

        public override void Write(byte[] buffer, int offset, int count)
        {
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
