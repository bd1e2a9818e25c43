using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;

namespace Cybernetes.Controllers.Scenarios.Tests;

/// <summary>Jobs to their end, good and bad; the test itself says how each pod ends.</summary>
public sealed class JobScenarios
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Job Of(JobSpec spec) => new()
    {
        Metadata = new ObjectMeta { Name = "work", Namespace = "default" },
        Spec = spec with
        {
            Template = new PodTemplateSpec { Spec = new PodSpec { RestartPolicy = "Never", Containers = [new Container { Name = "c", Image = "work:1" }] } },
        },
    };

    [Fact]
    public async Task AnIndexedJobCountsEachIndexOnceAndFreesItsPods()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        (await plane.Client.CreateAsync(Of(new JobSpec { Completions = 3, Parallelism = 3, CompletionMode = "Indexed" }), cancellationToken: Token)).OrThrow();
        foreach (var pod in await RunningAsync(plane, 3))
        {
            await EndAsync(plane, pod, "Succeeded", 0);
        }

        var job = await plane.UntilAsync<Job>("default", "work", j => Has(j, "Complete"), 30);
        Assert.Equal(("0-2", 3, 0), (job!.Status.CompletedIndexes, job.Status.Succeeded, job.Status.Active));
        Assert.True(Has(job, "SuccessCriteriaMet"));
        await plane.UntilAllAsync<Pod>("default", pods => pods.Count == 3 && pods.All(pod => pod.Metadata.Finalizers.IsEmpty), 30);
    }

    [Fact]
    public async Task AFailedPodThatThePolicyNamesEndsTheJobAndOneThatItIgnoresIsReplaced()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        var policy = new PodFailurePolicy
        {
            Rules =
            [
                new PodFailurePolicyRule { Action = "Ignore", OnExitCodes = new PodFailurePolicyOnExitCodesRequirement { Operator = "In", Values = [7] } },
                new PodFailurePolicyRule { Action = "FailJob", OnExitCodes = new PodFailurePolicyOnExitCodesRequirement { Operator = "In", Values = [42] } },
            ],
        };
        (await plane.Client.CreateAsync(Of(new JobSpec { Completions = 1, BackoffLimit = 0, PodFailurePolicy = policy }), cancellationToken: Token)).OrThrow();
        var first = (await RunningAsync(plane, 1))[0];
        await EndAsync(plane, first, "Failed", 7);

        var pods = await plane.UntilAllAsync<Pod>("default", all => all.Any(pod => pod.Metadata.Uid != first.Metadata.Uid && pod.Status.Phase == "Running"), 30);
        var second = pods.First(pod => pod.Metadata.Uid != first.Metadata.Uid);
        await EndAsync(plane, second, "Failed", 42);

        var job = await plane.UntilAsync<Job>("default", "work", j => Has(j, "Failed"), 30);
        var end = job!.Status.Conditions.First(condition => condition.Type == "Failed");
        Assert.Equal("PodFailurePolicy", end.Reason);
        Assert.Equal($"Container c for pod default/{second.Metadata.Name} failed with exit code 42 matching FailJob rule at index 1", end.Message);
        Assert.Equal(1, job.Status.Failed);
    }

    [Fact]
    public async Task ASuspendedJobGivesUpItsPodsAndGoesOnWhenResumed()
    {
        await using var plane = await ControlPlane.StartAsync(Token);
        (await plane.Client.CreateAsync(Of(new JobSpec { Completions = 1 }), cancellationToken: Token)).OrThrow();
        await RunningAsync(plane, 1);

        (await plane.Client.PatchAsync<Job>("default", "work", Patch.Merge("""{"spec":{"suspend":true}}"""), cancellationToken: Token)).OrThrow();
        var job = await plane.UntilAsync<Job>("default", "work", j => Has(j, "Suspended") && j is { Status.Active: 0 }, 30);
        Assert.Null(job!.Status.StartTime);
        await plane.UntilAllAsync<Pod>("default", pods => pods.Count == 0, 30);

        (await plane.Client.PatchAsync<Job>("default", "work", Patch.Merge("""{"spec":{"suspend":false}}"""), cancellationToken: Token)).OrThrow();
        await EndAsync(plane, (await RunningAsync(plane, 1))[0], "Succeeded", 0);
        job = await plane.UntilAsync<Job>("default", "work", j => Has(j, "Complete"), 30);
        Assert.Equal(("JobResumed", 0), (job!.Status.Conditions.First(condition => condition.Type == "Suspended").Reason, job.Status.Failed));
    }

    private static bool Has(Job? job, string type) => job?.Status.Conditions.Any(condition => condition.Type == type && condition.Status == "True") == true;

    private static async Task<IReadOnlyList<Pod>> RunningAsync(ControlPlane plane, int count) =>
        [.. (await plane.UntilAllAsync<Pod>("default", pods => pods.Count(Runs) == count, 30)).Where(Runs)];

    private static bool Runs(Pod pod) => pod.Status.Phase == "Running" && pod.Metadata.DeletionTimestamp is null;

    private static async Task EndAsync(ControlPlane plane, Pod pod, string phase, int exitCode)
    {
        var ended = new ContainerStatus
        {
            Name = "c",
            Image = "work:1",
            State = new ContainerState { Terminated = new ContainerStateTerminated { ExitCode = exitCode, FinishedAt = DateTimeOffset.UtcNow } },
        };
        (await plane.Client.UpdateStatusAsync(pod with { Status = pod.Status with { Phase = phase, ContainerStatuses = [ended], Conditions = default } }, cancellationToken: Token)).OrThrow();
    }
}
