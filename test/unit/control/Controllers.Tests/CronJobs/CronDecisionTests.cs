using System.Globalization;
using Cybernetes.Api.BatchV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.CronJobs;

namespace Cybernetes.Controllers.Tests.CronJobs;

public sealed class CronDecisionTests
{
    private static readonly CronTimes _hourly = CronTimes.Parse("0 * * * *", TimeZoneInfo.Utc);

    private static CronJob Cron(string created, string? last = null, long? deadline = null) => new()
    {
        Metadata = new ObjectMeta { Name = "tick", Namespace = "default", Uid = "u", CreationTimestamp = At(created) },
        Spec = new CronJobSpec { Schedule = "0 * * * *", StartingDeadlineSeconds = deadline },
        Status = new CronJobStatus { LastScheduleTime = last is null ? null : At(last) },
    };

    [Fact]
    public void NothingIsDueBeforeTheFirstTime() =>
        Assert.Null(CronDecision.Latest(Cron("2026-01-01T10:10:00Z"), _hourly, At("2026-01-01T10:59:59Z"), true).Time);

    [Fact]
    public void OfManyMissedTimesTheLatestIsDueAndTheOthersAreCounted()
    {
        var (time, _, missed) = CronDecision.Latest(Cron("2026-01-01T10:10:00Z", "2026-01-01T11:00:00Z"), _hourly, At("2026-01-11T12:30:00Z"), true);
        Assert.Equal(At("2026-01-11T12:00:00Z"), time);
        Assert.True(missed > CronDecision.ManyMissed);
    }

    [Fact]
    public void ATimePastTheDeadlineIsNotDue() =>
        Assert.Null(CronDecision.Latest(Cron("2026-01-01T10:10:00Z", deadline: 60), _hourly, At("2026-01-01T12:30:00Z"), true).Time);

    [Fact]
    public void AnIrregularScheduleFindsItsLatestTimeToo()
    {
        var times = CronTimes.Parse("30 6-16/4 * * 1-5", TimeZoneInfo.Utc);
        var (time, _, _) = CronDecision.Latest(Cron("2026-01-01T00:00:00Z"), times, At("2026-02-08T12:00:00Z"), true);
        Assert.Equal(At("2026-02-06T14:30:00Z"), time);
    }

    [Fact]
    public void TheNextLookIsJustAfterTheNextTime() =>
        Assert.Equal(TimeSpan.FromMinutes(30) + TimeSpan.FromMilliseconds(100), CronDecision.UntilNext(Cron("2026-01-01T10:10:00Z"), _hourly, At("2026-01-01T12:30:00Z")));

    [Fact]
    public void AJobIsNamedAfterTheMinuteAndToldItsTimeInTheZone()
    {
        var job = CronDecision.JobFor(Cron("2026-01-01T10:10:00Z"), At("2026-07-01T12:00:00Z"), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Assert.Equal("tick-29715120", job.Metadata.Name);
        Assert.Equal("2026-07-01T14:00:00+02:00", job.Metadata.Annotations[CronDecision.ScheduledAnnotation]);
    }

    [Fact]
    public void TheOldestEndedJobsBeyondTheLimitsAreSurplus()
    {
        var cron = Cron("2026-01-01T10:10:00Z");
        cron = cron with { Spec = cron.Spec with { SuccessfulJobsHistoryLimit = 1, FailedJobsHistoryLimit = 0 } };
        var jobs = new[] { Ended("a", "Complete", 3), Ended("b", "Complete", 1), Ended("c", "Failed", 2), Ended("d", "Suspended", 0) };
        Assert.Equal(["b", "c"], CronDecision.Surplus(cron, jobs).Select(job => job.Metadata.Name));
    }

    private static Job Ended(string name, string condition, int minute) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Status = new JobStatus { StartTime = At("2026-01-01T00:00:00Z").AddMinutes(minute), Conditions = [new JobCondition { Type = condition, Status = "True" }] },
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
