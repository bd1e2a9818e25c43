using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Pods;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Tests.Registry;

public sealed class DeletePlanTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Pod _running = new() { Metadata = new() { Name = "p", Generation = 1 }, Spec = new() { NodeName = "n", TerminationGracePeriodSeconds = 30 } };

    [Fact]
    public void AnObjectThatNothingHoldsGoesAtOnce() =>
        Assert.Equal(DeletePlanKind.Now, DeletePolicy.Default.PlanFor(new ConfigMap(), new DeleteOptions(), _now).Kind);

    [Fact]
    public void AnObjectWithFinalizersIsMarkedAndStays()
    {
        var plan = DeletePolicy.Default.PlanFor(new ConfigMap { Metadata = new() { Finalizers = ["x/y"] } }, new DeleteOptions(), _now);
        Assert.Equal(DeletePlanKind.Mark, plan.Kind);
        Assert.Equal(_now, plan.Marked!.Metadata.DeletionTimestamp!.Value.Moment);
        Assert.Equal(0, plan.Marked.Metadata.DeletionGracePeriodSeconds);
    }

    [Theory]
    [InlineData("Foreground", "foregroundDeletion")]
    [InlineData("Orphan", "orphan")]
    public void PropagationBecomesAFinalizer(string policy, string finalizer)
    {
        var plan = DeletePolicy.Default.PlanFor(new ConfigMap(), new DeleteOptions { PropagationPolicy = policy }, _now);
        Assert.Equal([finalizer], plan.Marked!.Metadata.Finalizers);
    }

    [Fact]
    public void ARunningPodIsGivenItsGracePeriodAndANewGeneration()
    {
        var plan = new PodDeletePolicy().PlanFor(_running, new DeleteOptions(), _now);
        Assert.Equal(DeletePlanKind.Mark, plan.Kind);
        Assert.Equal((30, 2), (plan.Marked!.Metadata.DeletionGracePeriodSeconds, plan.Marked.Metadata.Generation));
        Assert.Equal(_now.AddSeconds(30), plan.Marked.Metadata.DeletionTimestamp!.Value.Moment);
    }

    [Fact]
    public void ASecondDeletionMayOnlyShortenTheTime()
    {
        var going = (Pod)new PodDeletePolicy().PlanFor(_running, new DeleteOptions(), _now).Marked!;
        Assert.Equal(DeletePlanKind.AlreadyGoing, new PodDeletePolicy().PlanFor(going, new DeleteOptions { GracePeriodSeconds = 60 }, _now).Kind);
        var shorter = new PodDeletePolicy().PlanFor(going, new DeleteOptions { GracePeriodSeconds = 10 }, _now);
        Assert.Equal(_now.AddSeconds(10), shorter.Marked!.Metadata.DeletionTimestamp!.Value.Moment);
        Assert.Equal(DeletePlanKind.MarkAndRemove, new PodDeletePolicy().PlanFor(going, new DeleteOptions { GracePeriodSeconds = 0 }, _now).Kind);
    }

    [Fact]
    public void APodThatRunsNowhereGoesAtOnce() =>
        Assert.Equal(DeletePlanKind.MarkAndRemove, new PodDeletePolicy().PlanFor(_running with { Spec = _running.Spec with { NodeName = "" } }, new DeleteOptions(), _now).Kind);
}
