using Cybernetes.Api.BatchV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Workloads;

namespace Cybernetes.Controllers.Jobs;

/// <summary>What a Job's pod failure policy says of a failed pod: the first rule that matches decides. Pure.</summary>
public static class FailurePolicy
{
    /// <summary>The action (FailJob, FailIndex, Ignore or Count; null where no rule matches) and, for FailJob, the message.</summary>
    public static (string? Action, string Message) Match(PodFailurePolicy? policy, Pod pod)
    {
        if (policy is null)
        {
            return (null, "");
        }

        for (var i = 0; i < policy.Rules.Count; i++)
        {
            var rule = policy.Rules[i];
            if (rule.OnExitCodes is { } onExit)
            {
                if (MatchExit(onExit, pod) is { } container)
                {
                    var code = container.State.Terminated!.ExitCode;
                    return (rule.Action, $"Container {container.Name} for pod {NamespacedName.Of(pod)} failed with exit code {code} matching {rule.Action} rule at index {i}");
                }
            }
            else if (MatchCondition(rule, pod) is { } condition)
            {
                return (rule.Action, $"Pod {NamespacedName.Of(pod)} has condition {condition} matching {rule.Action} rule at index {i}");
            }
        }

        return (null, "");
    }

    private static ContainerStatus? MatchExit(PodFailurePolicyOnExitCodesRequirement rule, Pod pod) =>
        pod.Status.ContainerStatuses.Concat(pod.Status.InitContainerStatuses).FirstOrDefault(status =>
            (rule.ContainerName is null || rule.ContainerName == status.Name)
            && status.State.Terminated is { ExitCode: not 0 } ended
            && (rule.Operator == "In" ? rule.Values.Contains(ended.ExitCode) : rule.Operator == "NotIn" && !rule.Values.Contains(ended.ExitCode)));

    private static string? MatchCondition(PodFailurePolicyRule rule, Pod pod) =>
        rule.OnPodConditions.Where(pattern => pod.Condition(pattern.Type) is { } has && has.Status == (pattern.Status.Length > 0 ? pattern.Status : "True"))
            .Select(pattern => pattern.Type).FirstOrDefault();
}
