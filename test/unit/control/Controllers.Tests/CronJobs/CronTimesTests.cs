using System.Globalization;
using Cybernetes.Controllers.CronJobs;

namespace Cybernetes.Controllers.Tests.CronJobs;

public sealed class CronTimesTests
{
    // The cases of the cron library that upstream uses, and some of our own.
    [Theory]
    [InlineData("0/15 * * * *", "2012-07-09T14:45:00Z", "2012-07-09T15:00:00Z")]
    [InlineData("0/15 * * * *", "2012-07-09T14:59:59Z", "2012-07-09T15:00:00Z")]
    [InlineData("20-35/15 * * * *", "2012-07-09T15:45:00Z", "2012-07-09T16:20:00Z")]
    [InlineData("15/35 20 1/2 */2 *", "2012-07-09T23:35:51Z", "2012-07-11T20:15:00Z")]
    [InlineData("0 0 9 Apr-Oct ?", "2012-07-09T23:35:00Z", "2012-08-09T00:00:00Z")]
    [InlineData("0 0 */5 Apr,Aug,Oct Mon", "2012-07-09T23:35:00Z", "2012-08-01T00:00:00Z")]
    [InlineData("0 0 */5 Oct Mon", "2012-07-09T23:35:00Z", "2012-10-01T00:00:00Z")]
    [InlineData("0 0 29 2 ?", "2012-07-09T23:35:00Z", "2016-02-29T00:00:00Z")]
    [InlineData("@yearly", "2012-07-09T23:35:00Z", "2013-01-01T00:00:00Z")]
    [InlineData("@every 1h30m", "2012-07-09T23:35:00.5Z", "2012-07-10T01:05:00Z")]
    [InlineData("0 0 * * 0", "2012-07-09T23:35:00Z", "2012-07-15T00:00:00Z")]
    public void TheNextTimeIsWhatUpstreamsParserSays(string schedule, string after, string next) =>
        Assert.Equal(At(next), CronTimes.Parse(schedule, TimeZoneInfo.Utc).After(At(after)));

    [Fact]
    public void ATimeThatSummerTimeLeavesOutDoesNotComeThatDay()
    {
        var times = CronTimes.Parse("30 2 * * *", TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        Assert.Equal(At("2012-03-12T06:30:00Z"), times.After(At("2012-03-11T05:00:00Z")));
    }

    [Fact]
    public void ATimeThatComesTwiceCountsTwice()
    {
        var times = CronTimes.Parse("30 1 * * *", TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        var first = times.After(At("2012-11-04T04:00:00Z"));
        Assert.Equal(At("2012-11-04T05:30:00Z"), first);
        Assert.Equal(At("2012-11-04T06:30:00Z"), times.After(first!.Value));
    }

    [Fact]
    public void ADayThatNeverComesGivesNoTime() => Assert.Null(CronTimes.Parse("0 0 30 2 *", TimeZoneInfo.Utc).After(At("2012-01-01T00:00:00Z")));

    [Theory]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("5-1 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("x * * * *")]
    [InlineData("TZ=Nowhere/Land * * * * *")]
    public void WhatIsNoScheduleIsRefused(string schedule) => Assert.Throws<FormatException>(() => CronTimes.Parse(schedule, TimeZoneInfo.Utc));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
