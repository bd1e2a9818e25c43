using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.ReplicaSets;

/// <summary>What to do about a number of pods and what to say of it: pure functions.</summary>
public static class ReplicaDecision
{
    /// <summary>How many pods one sync creates or deletes at most.</summary>
    public const int Burst = 500;

    /// <summary>The pods to delete, of those that are the owner's and active.</summary>
    /// <param name="active">The owner's active pods.</param>
    /// <param name="related">Active pods that count as of the same workload, the owner's among them.</param>
    /// <param name="surplus">How many are too many.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<Pod> ToDelete(IReadOnlyList<Pod> active, IReadOnlyList<Pod> related, int surplus, DateTimeOffset now)
    {
        if (surplus >= active.Count)
        {
            return active;
        }

        var onNode = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var pod in related)
        {
            onNode[pod.Spec.NodeName] = onNode.GetValueOrDefault(pod.Spec.NodeName) + 1;
        }

        return [.. active.Order(new PodRanking(pod => onNode.GetValueOrDefault(pod.Spec.NodeName), now)).Take(surplus)];
    }

    /// <summary>The status of an owner with these pods.</summary>
    /// <param name="view">The owner.</param>
    /// <param name="pods">Its active pods.</param>
    /// <param name="terminating">How many of its pods are being deleted; null where the kind does not say.</param>
    /// <param name="failure">Why creating or deleting failed; null where it did not.</param>
    /// <param name="now">The time.</param>
    public static ReplicaSetStatus Status(ReplicaView view, IReadOnlyList<Pod> pods, int? terminating, Exception? failure, DateTimeOffset now)
    {
        var (labeled, ready, available) = (0, 0, 0);
        foreach (var pod in pods)
        {
            var full = true;
            foreach (var (key, value) in view.Template.Metadata.Labels)
            {
                full &= pod.Metadata.Labels.GetValueOrDefault(key) == value;
            }

            labeled += full ? 1 : 0;
            ready += pod.IsReady() ? 1 : 0;
            available += pod.IsAvailable(view.MinReadySeconds, now) ? 1 : 0;
        }

        return view.Status with
        {
            Replicas = pods.Count,
            FullyLabeledReplicas = labeled,
            ReadyReplicas = ready,
            AvailableReplicas = available,
            TerminatingReplicas = terminating,
            Conditions = Failure(view, pods.Count, failure, now),
        };
    }

    private static ValueList<ReplicaSetCondition> Failure(ReplicaView view, int count, Exception? failure, DateTimeOffset now)
    {
        var before = view.Status.Conditions.FirstOrDefault(condition => condition.Type == "ReplicaFailure");
        if (failure is not null && before is null)
        {
            return view.Status.Conditions.Add(new ReplicaSetCondition
            {
                Type = "ReplicaFailure",
                Status = "True",
                Reason = count < view.Replicas ? "FailedCreate" : count > view.Replicas ? "FailedDelete" : "",
                Message = failure.Message,
                LastTransitionTime = now,
            });
        }

        return failure is null && before is not null
            ? view.Status.Conditions.Where(condition => condition.Type != "ReplicaFailure").ToValueList()
            : view.Status.Conditions;
    }
}
