using Cybernetes.Api.BatchV1;
using Cybernetes.Controllers.TtlAfterFinished;

namespace Cybernetes.Controllers.Tests.TtlAfterFinished;

public sealed class TtlTests
{
    private static readonly DateTimeOffset _end = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TheTimeRunsFromTheEnd()
    {
        var job = new Job
        {
            Spec = new JobSpec { TtlSecondsAfterFinished = 100 },
            Status = new JobStatus { Conditions = [new JobCondition { Type = "Complete", Status = "True", LastTransitionTime = _end }] },
        };
        Assert.Equal(TimeSpan.FromSeconds(40), TtlAfterFinishedController.Left(job, _end.AddSeconds(60)));
        Assert.Null(TtlAfterFinishedController.Left(job with { Status = new JobStatus() }, _end));
    }
}
