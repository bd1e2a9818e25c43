using System.Text;
using Cybernetes.Cri.Logs;

namespace Cybernetes.Cri.Tests;

public sealed class CriLogLineTests
{
    [Theory]
    [InlineData("2016-10-06T00:17:09.669794202Z stdout F The content", false, false, "The content")]
    [InlineData("2016-10-06T00:17:09.669794202Z stderr P part", true, true, "part")]
    [InlineData("2016-10-06T00:17:09.669794202Z stdout F:other tagged", false, false, "tagged")]
    [InlineData("2016-10-06T00:17:09.669794202Z stdout F ", false, false, "")]
    public void AnEntryIsRead(string text, bool isStderr, bool isPartial, string content)
    {
        Assert.True(CriLogLine.TryParse(Encoding.UTF8.GetBytes(text), out var line));
        Assert.Equal((isStderr, isPartial, content), (line.IsStderr, line.IsPartial, Encoding.UTF8.GetString(line.Content.Span)));
        Assert.Equal(2016, line.Time?.Year);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no time")]
    [InlineData("2016-10-06T00:17:09Z stdin F x")]
    [InlineData("2016-10-06T00:17:09Z stdout")]
    public void WhatIsNoEntryIsRefused(string text) => Assert.False(CriLogLine.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void AnEntryThatWasWrittenReadsBackTheSame()
    {
        var written = CriLogLine.Encode(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), isStderr: true, isPartial: false, "text"u8);

        Assert.Equal("2026-01-02T03:04:05.000000000Z stderr F text\n", Encoding.UTF8.GetString(written));
    }
}
