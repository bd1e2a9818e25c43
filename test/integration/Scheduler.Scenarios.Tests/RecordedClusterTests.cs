using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Scheduler.Tests;

/// <summary>The scheduler on a real API server does to whole clusters what upstream's was seen to do.</summary>
public sealed class RecordedClusterTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task EveryRecordedClusterEndsTheSame()
    {
        var file = RecordedCluster.Find();
        Assert.SkipWhen(file is null, "the recorded decisions (spec/scheduling.jsonl) are not beside the checkout");
        var which = Environment.GetEnvironmentVariable("SCHEDULING_CLUSTERS");
        Assert.SkipUnless(which is "all" or "some", "whole clusters take minutes; SCHEDULING_CLUSTERS=some replays those with evictions and every fifteenth other, =all every one");
        var ct = TestContext.Current.CancellationToken;
        await using var plane = await SchedulingPlane.StartAsync(ct);
        var differences = new List<string>();
        foreach (var cluster in RecordedCluster.ReadAll(file!).Where(cluster => which == "all" || cluster.Evicted.Length > 0 || cluster.Id % 15 == 0))
        {
            var found = await ReplayAsync(plane, cluster, ct);
            differences.AddRange(found);
            await plane.ClearAsync(ct);
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences)}");
    }

    private static async Task<IReadOnlyList<string>> ReplayAsync(SchedulingPlane plane, RecordedCluster recorded, CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        foreach (var node in recorded.Nodes)
        {
            await plane.CreateNodeAsync(node, cancellationToken);
            await plane.UntilAsync<Node>("", node.Metadata.Name, found => found?.Spec.Taints == node.Spec.Taints && !found.Status.Allocatable.IsEmpty, _patience, cancellationToken);
        }

        foreach (var pod in recorded.There)
        {
            await plane.CreatePodAsync(pod with { Status = pod.Status with { Phase = "Running" } }, cancellationToken);
            await plane.UntilAsync<Pod>("default", pod.Metadata.Name, found => found is { Status.Phase: "Running" }, _patience, cancellationToken);
        }

        for (var i = 0; i < recorded.Pods.Length; i++)
        {
            var (name, outcome) = (recorded.Pods[i].Metadata.Name, recorded.Outcomes[i]);
            await plane.CreatePodAsync(recorded.Pods[i], cancellationToken);
            var end = await plane.UntilAsync<Pod>("default", name, pod => pod is not null && Agrees(pod, outcome), _patience, cancellationToken);
            if (end is null || !Agrees(end, outcome))
            {
                differences.Add($"cluster {recorded.Id} {name}: upstream {Text(outcome)}, here {(end is null ? "gone" : Text(end))}");
            }
        }

        var left = (await plane.Client.ListAsync<Pod>("default", cancellationToken: cancellationToken)).OrThrow().Items.Select(pod => pod.Metadata.Name).ToHashSet();
        var evicted = recorded.There.Select(pod => pod.Metadata.Name).Where(name => !left.Contains(name)).ToHashSet();
        if (!recorded.Outcomes.Any(outcome => outcome.Scheduled) && !evicted.SetEquals(recorded.Evicted))
        {
            differences.Add($"cluster {recorded.Id}: upstream evicted {string.Join(' ', recorded.Evicted)}, here {string.Join(' ', evicted)}");
        }

        return differences;
    }

    private static bool Agrees(Pod pod, RecordedOutcome outcome)
    {
        var condition = pod.Status.Conditions.FirstOrDefault(condition => condition.Type == "PodScheduled");
        return outcome.Reason is null
            ? pod.Spec.NodeName.Length > 0 && (outcome.Node is null || pod.Spec.NodeName == outcome.Node)
            : condition is not null && condition.Reason == outcome.Reason && condition.Message == outcome.Message && (outcome.Nominated ?? "") == pod.Status.NominatedNodeName;
    }

    private static string Text(RecordedOutcome outcome) => outcome.Node ?? (outcome.Scheduled ? "scheduled" : $"{outcome.Reason}: {outcome.Message} {outcome.Nominated}");

    private static string Text(Pod pod) => pod.Spec.NodeName.Length > 0 ? pod.Spec.NodeName
        : string.Join("; ", pod.Status.Conditions.Select(condition => $"{condition.Reason}: {condition.Message}")) + " " + pod.Status.NominatedNodeName;
}
