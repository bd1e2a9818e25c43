using Cybernetes.Api.CoreV1;
using Cybernetes.Scheduler.Framework;
using Cybernetes.Scheduler.Snapshot;

namespace Cybernetes.Scheduler.Tests;

/// <summary>Decision by decision, the algorithm does what upstream's scheduler was seen to do.</summary>
public sealed class RecordedDecisionTests
{
    /// <summary>Clusters in which upstream tried a refused pod again between two of the recorded decisions; a replay without a queue cannot know.</summary>
    private static readonly int[] _retried = [142, 396, 401];

    [Fact]
    public void EveryRecordedDecisionIsMadeInTheSameWords()
    {
        var file = RecordedCluster.Find();
        Assert.SkipWhen(file is null, "the recorded decisions (spec/scheduling.jsonl) are not beside the checkout");
        var differences = new List<string>();
        var count = 0;
        foreach (var cluster in RecordedCluster.ReadAll(file!).Where(cluster => !_retried.Contains(cluster.Id)))
        {
            count += cluster.Outcomes.Length;
            differences.AddRange(Replay(cluster));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {count} differ:\n{string.Join('\n', differences.Take(15))}");
    }

    private static IEnumerable<string> Replay(RecordedCluster recorded)
    {
        var nodes = recorded.Nodes.Select(node => new NodeInfo(node)).ToList();
        foreach (var pod in recorded.There)
        {
            nodes.Find(node => node.Name == pod.Spec.NodeName)!.Add(Admit(pod));
        }

        var nominated = new NominatedPods();
        var evicted = new HashSet<string>();
        string? upstreamTook = null;
        var algorithm = new SchedulingAlgorithm(Profile.Default, ties => ties.FirstOrDefault(node => node.Name == upstreamTook) ?? ties[0]);
        var view = new ClusterView(nodes, new ListedObjects());
        for (var i = 0; i < recorded.Pods.Length; i++)
        {
            var (pod, outcome) = (Admit(recorded.Pods[i]), recorded.Outcomes[i]);
            if (outcome.Reason == "SchedulingGated")
            {
                continue;
            }

            upstreamTook = outcome.Node;
            var decision = algorithm.ScheduleAsync(pod, view, nominated).GetAwaiter().GetResult();
            if (decision.Preemption is { } plan)
            {
                nominated.Set(pod, plan.Node);
                foreach (var victim in plan.Victims)
                {
                    if (recorded.There.Any(there => there.Metadata.Name == victim.Pod.Metadata.Name))
                    {
                        evicted.Add(victim.Pod.Metadata.Name);
                    }

                    nodes.Find(node => node.Name == plan.Node)!.Remove(victim.Uid);
                }

                // With its victims gone, the pod is tried again.
                decision = algorithm.ScheduleAsync(pod, view, nominated).GetAwaiter().GetResult();
            }

            if (decision.Node is not null)
            {
                nominated.Remove(pod.Uid);
            }

            if (decision.Node is null ? decision.Message != outcome.Message : outcome.Message is not null || (outcome.Node is not null && outcome.Node != decision.Node))
            {
                yield return $"cluster {recorded.Id} pod {i}: upstream {outcome.Node ?? outcome.Message ?? "scheduled"}, here {decision.Node ?? decision.Message}";
            }

            // Later pods meet the cluster as upstream left it.
            var place = outcome.Node ?? decision.Node;
            if (outcome.Message is null && place is not null)
            {
                nodes.Find(node => node.Name == place)!.Add(pod);
            }
        }

        // Where upstream wavered, so did its victims.
        if (!recorded.Outcomes.Any(outcome => outcome.Scheduled) && !evicted.SetEquals(recorded.Evicted))
        {
            yield return $"cluster {recorded.Id}: upstream evicted {string.Join(' ', recorded.Evicted)}, here {string.Join(' ', evicted)}";
        }
    }

    /// <summary>What the API server adds before the scheduler sees a pod.</summary>
    private static PodInfo Admit(Pod pod) => new(pod with
    {
        Metadata = pod.Metadata with { Uid = pod.Metadata.Name, Namespace = "default" },
        Spec = pod.Spec with
        {
            Priority = pod.Spec.PriorityClassName switch { "low" => 10, "high" => 1000, _ => 0 },
            Containers = pod.Spec.Containers.Update(container => container with
            {
                Resources = container.Resources with { Requests = container.Resources.Limits.Overlay(container.Resources.Requests) },
            }),
        },
    });
}
