using System.Net;
using CsCheck;
using Cybernetes.Dns.Message;
using Cybernetes.Dns.Server;

namespace Cybernetes.Dns.Tests;

public sealed class MessageTests
{
    private static readonly DnsMessage Rich = DnsMessage.Query("a.example.org.", DnsType.A, 77).Reply() with
    {
        Answers =
        [
            new DnsRecord("a.example.org.", DnsType.CNAME, 5, new NameData("b.example.org.")),
            DnsRecord.Address("b.example.org.", 60, IPAddress.Parse("1.2.3.4")),
            DnsRecord.Address("b.example.org.", 60, IPAddress.Parse("2001:db8::1")),
            new DnsRecord("example.org.", DnsType.MX, 5, new MxData(10, "mail.example.org.")),
            new DnsRecord("_x._tcp.example.org.", DnsType.SRV, 5, new SrvData(1, 2, 3, "b.example.org.")),
            new DnsRecord("example.org.", DnsType.TXT, 5, new TxtData(["one", "two"])),
            new DnsRecord("we\\.ird\\000.org.", DnsType.CAA, 5, new RawData(new byte[] { 1, 2, 3 })),
        ],
        Authorities = [new DnsRecord("example.org.", DnsType.SOA, 5, new SoaData("ns.example.org.", "me.example.org.", 1, 2, 3, 4, 5))],
        Edns = new DnsEdns(1232, true),
    };

    [Fact]
    public void MessageComesBackAsItWasWritten()
    {
        var buffer = new byte[4096];
        var length = DnsWriter.Write(Rich, buffer, buffer.Length);
        Assert.True(DnsReader.TryRead(buffer.AsSpan(0, length), out var read));
        Assert.Equal(Rich.Answers, read.Answers);
        Assert.Equal(Rich.Authorities, read.Authorities);
        Assert.Equal(Rich.Questions, read.Questions);
        Assert.Equal((Rich.Id, true, true), (read.Id, read.Edns!.DnssecOk, read.IsResponse));
    }

    [Fact]
    public void NamesAreCompressed()
    {
        var buffer = new byte[4096];
        var message = DnsMessage.Query("a.example.org.", DnsType.A, 1).Reply() with { Answers = [DnsRecord.Address("a.example.org.", 1, IPAddress.Loopback)] };
        Assert.Equal(12 + 15 + 4 + 2 + 10 + 4, DnsWriter.Write(message, buffer, 512));
    }

    [Fact]
    public void WhatDoesNotFitIsCutAtARecordAndMarked()
    {
        var buffer = new byte[4096];
        var message = DnsMessage.Query("a.example.org.", DnsType.A, 1).Reply() with
        {
            Answers = [.. Enumerable.Range(0, 100).Select(i => DnsRecord.Address("a.example.org.", 1, IPAddress.Parse($"10.0.0.{i}")))],
            Edns = new DnsEdns(512),
        };
        var length = DnsWriter.Write(message, buffer, 512);
        Assert.InRange(length, 490, 512);
        Assert.True(DnsReader.TryRead(buffer.AsSpan(0, length), out var read));
        Assert.True(read.Truncated);
        Assert.NotNull(read.Edns);
        Assert.InRange(read.Answers.Length, 20, 40);
    }

    [Fact]
    public void PointersThatGoInCirclesAreMalformed()
    {
        byte[] packet = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 12, 0, 1, 0, 1];
        Assert.False(DnsReader.TryRead(packet, out _));
    }

    [Fact]
    public void AnyBytesAreReadWithoutACrashAndAnswersToThemAreNoLargerThanAllowed()
    {
        var remote = new IPEndPoint(IPAddress.Loopback, 1);
        var answer = new byte[65535];
        var seed = new byte[4096];
        var length = DnsWriter.Write(Rich, seed, seed.Length);
        Gen.Select(Gen.Byte.Array[0, 80], Gen.Int[0, length - 1], Gen.Byte, Gen.Bool).Sample((noise, at, value, useNoise) =>
        {
            var packet = useNoise ? noise : seed[..length];
            if (!useNoise)
            {
                packet[at] = value;
                packet[2] &= 0x7F;
            }

            var request = DnsResponder.Decode(packet, remote, "udp", answer, out var size);
            Assert.True(request is not null || size <= Math.Max(12, packet.Length) || size <= 512);
            if (request is null && (packet.Length < 12 || (packet[2] & 0x80) != 0))
            {
                Assert.Equal(0, size);
            }
        }, iter: 200_000);
    }
}
