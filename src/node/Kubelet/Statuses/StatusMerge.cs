using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubelet.Statuses;

/// <summary>Lays the kubelet's view over the status that is stored: conditions of others stay, times move only with the status. Pure.</summary>
internal static class StatusMerge
{
    private static readonly HashSet<string> Own =
        [Reasons.PodReadyToStartContainers, Reasons.Initialized, Reasons.Ready, Reasons.ContainersReady, Reasons.PodScheduled, "PodResizePending", "PodResizeInProgress"];

    public static PodStatus Merge(PodStatus stored, PodStatus own, DateTimeOffset now)
    {
        List<PodCondition> conditions = [];
        foreach (var condition in own.Conditions)
        {
            var before = stored.Conditions.FirstOrDefault(c => c.Type == condition.Type);
            conditions.Add(condition with { LastTransitionTime = before is not null && before.Status == condition.Status ? before.LastTransitionTime : now });
        }

        conditions.AddRange(stored.Conditions.Where(c => !Own.Contains(c.Type) && own.Conditions.All(o => o.Type != c.Type)));
        return own with
        {
            Conditions = conditions.ToValueList(),
            StartTime = stored.StartTime ?? own.StartTime,
            NominatedNodeName = stored.NominatedNodeName,
            ResourceClaimStatuses = stored.ResourceClaimStatuses,
            ExtendedResourceClaimStatus = stored.ExtendedResourceClaimStatus,
            NodeAllocatableResourceClaimStatuses = stored.NodeAllocatableResourceClaimStatuses,
        };
    }
}
