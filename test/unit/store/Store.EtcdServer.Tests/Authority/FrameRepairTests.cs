using System.Buffers;
using System.Text;
using Cybernetes.Store.EtcdServer.Authority;

namespace Cybernetes.Store.EtcdServer.Tests.Authority;

public sealed class FrameRepairTests
{
    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    // RFC 7541, C.4.1: :method GET, :scheme http, :path /, then :authority in Huffman code.
    private static readonly byte[] Start = [0x82, 0x86, 0x84];
    private static readonly byte[] Example = [0x41, 0x8c, 0xf1, 0xe3, 0xc2, 0xe5, 0xf2, 0x3a, 0x6b, 0xa0, 0xab, 0x90, 0xf4, 0xff];

    private static byte[] Literal(string value) => [0x41, (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];

    private static byte[] Frame(byte type, byte flags, byte[] payload) =>
        [0, (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, 0, 0, 0, 1, .. payload];

    private static byte[] Feed(byte[] input, int step)
    {
        var output = new ArrayBufferWriter<byte>();
        var repair = new FrameRepair();
        foreach (var part in input.Chunk(step))
        {
            repair.Feed(part, output);
        }
        return output.WrittenSpan.ToArray();
    }

    [Fact]
    public void HuffmanTextIsRead() => Assert.Equal("www.example.com", HuffmanText.Decode(Example.AsSpan(2)));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public void OnlyAnAuthorityWithASlashIsReplacedByOneOfItsLength(int step)
    {
        byte[] rest = [0x40, 1, (byte)'x', 1, (byte)'/'];
        byte[] data = Frame(0, 0, Encoding.ASCII.GetBytes("body"));
        byte[] fine = Frame(1, 4, [.. Start, .. Example, .. rest]);
        byte[] path = Frame(1, 4, [.. Start, .. Literal("/tmp/etcd.sock"), .. rest]);
        byte[] repaired = Frame(1, 4, [.. Start, .. Literal("aaaaaaaaaaaaaa"), .. rest]);
        Assert.Equal([.. Preface, .. fine, .. repaired, .. data, .. repaired], Feed([.. Preface, .. fine, .. path, .. data, .. path], step));
    }

    [Fact]
    public void PaddingAndPriorityAreKept()
    {
        byte[] priority = [0, 0, 0, 0, 16];
        byte[] sent = Frame(1, 4 | 8 | 0x20, [3, .. priority, .. Start, .. Literal("a/b"), 0, 0, 0]);
        byte[] expected = Frame(1, 4 | 8 | 0x20, [3, .. priority, .. Start, .. Literal("aaa"), 0, 0, 0]);
        Assert.Equal([.. Preface, .. expected], Feed([.. Preface, .. sent], 5));
    }

    [Fact]
    public void NonsenseGoesThroughAsItIs()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var block = new byte[random.Next(40)];
            random.NextBytes(block);
            var sent = Frame(1, 0, block);
            var got = Feed([.. Preface, .. sent], 13);
            Assert.True(got.AsSpan().SequenceEqual([.. Preface, .. sent]) || HeaderBlock.Repair(block) is not null);
        }
    }
}
