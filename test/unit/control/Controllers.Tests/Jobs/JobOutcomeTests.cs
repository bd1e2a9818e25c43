using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.Jobs;

namespace Cybernetes.Controllers.Tests.Jobs;

public sealed class JobOutcomeTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Pod PodOf(string name, string phase, int index = -1) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name,
            Namespace = "n",
            Uid = name,
            Finalizers = [JobPods.Finalizer],
            Annotations = index >= 0 ? ValueMap.Of((JobPods.IndexKey, $"{index}")) : default,
        },
        Status = new PodStatus { Phase = phase },
    };

    private static Job Of(JobSpec spec) => new() { Metadata = new ObjectMeta { Name = "j", Namespace = "n" }, Spec = spec };

    [Fact]
    public void AJobIsDoneWhenAsManyPodsHaveSucceededAsItWants()
    {
        var job = Of(new JobSpec { Completions = 2, Parallelism = 2 });

        Assert.Null(JobOutcome.Of(JobState.Of(job, [PodOf("a", "Succeeded")]), _now));
        Assert.Equal(
            new JobOutcome(true, "CompletionsReached", "Reached expected number of succeeded pods"),
            JobOutcome.Of(JobState.Of(job, [PodOf("a", "Succeeded"), PodOf("b", "Succeeded")]), _now));
    }

    [Fact]
    public void AJobFailsBeyondItsBackoffLimit()
    {
        var job = Of(new JobSpec { Completions = 1, BackoffLimit = 1 });

        Assert.Null(JobOutcome.Of(JobState.Of(job, [PodOf("a", "Failed")]), _now));
        Assert.Equal("BackoffLimitExceeded", JobOutcome.Of(JobState.Of(job, [PodOf("a", "Failed"), PodOf("b", "Failed")]), _now)!.Reason);
    }

    [Fact]
    public void AnIndexSucceedsOnceHoweverManyOfItsPodsDo()
    {
        var job = Of(new JobSpec { Completions = 2, CompletionMode = "Indexed" });
        var state = JobState.Of(job, [PodOf("a", "Succeeded", 1), PodOf("b", "Succeeded", 1)]);

        Assert.Equal(1, state.SucceededCount);
        Assert.Equal("1", state.Succeeded.ToString());
        Assert.Equal([0], JobPlan.Of(state, [], JobBackoff.None, _now).Create.Select(one => one.Index!.Value));
    }

    [Fact]
    public void ThePodFailurePolicyFailsAJobInUpstreamsWords()
    {
        var policy = new PodFailurePolicy { Rules = [new PodFailurePolicyRule { Action = "FailJob", OnExitCodes = new PodFailurePolicyOnExitCodesRequirement { Operator = "In", Values = [42] } }] };
        var ended = new ContainerStatus { Name = "c", State = new ContainerState { Terminated = new ContainerStateTerminated { ExitCode = 42 } } };
        var pod = PodOf("a", "Failed") with { Status = new PodStatus { Phase = "Failed", ContainerStatuses = [ended] } };

        Assert.Equal(
            "Container c for pod n/a failed with exit code 42 matching FailJob rule at index 0",
            JobOutcome.Of(JobState.Of(Of(new JobSpec { PodFailurePolicy = policy }), [pod]), _now)!.Message);
    }

    [Theory]
    [InlineData("0-2,5,7-8", "0-2,5,7,8")]
    [InlineData("", "")]
    [InlineData("3,1,2", "1-3")]
    public void IndexesAreWrittenAsUpstreamWritesThem(string text, string canonical) => Assert.Equal(canonical, IndexSet.Parse(text, 10).ToString());

    [Fact]
    public void FailuresInARowDoubleTheWaitAndASuccessForgivesThem()
    {
        var backoff = JobBackoff.None.With([(_now, true), (_now, true)]);

        Assert.Equal(TimeSpan.FromSeconds(20), backoff.Remaining(_now));
        Assert.Equal(TimeSpan.Zero, backoff.With([(_now, false)]).Remaining(_now));
    }
}
