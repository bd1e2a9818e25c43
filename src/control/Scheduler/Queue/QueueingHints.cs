namespace Cybernetes.Scheduler.Queue;

/// <summary>Which changes can lift which plugin's refusal (KEP-4247): only pods that a change may help are tried again.</summary>
internal static class QueueingHints
{
    /// <summary>True when a change may help a pod that these plugins refused.</summary>
    public static bool MayHelp(ClusterEvent change, IReadOnlySet<string> refusedBy)
    {
        foreach (var plugin in refusedBy)
        {
            if ((change & Helping(plugin)) != 0)
            {
                return true;
            }
        }

        // A pod that failed for no plugin's reason is tried again after any change.
        return refusedBy.Count == 0;
    }

    private static ClusterEvent Helping(string plugin) => plugin switch
    {
        "NodeUnschedulable" or "NodeName" or "TaintToleration" or "NodeAffinity" => ClusterEvent.Node,
        "NodePorts" or "NodeResourcesFit" => ClusterEvent.Node | ClusterEvent.AssignedPodRemoved,
        "PodTopologySpread" => ClusterEvent.Node | ClusterEvent.AssignedPodAdded | ClusterEvent.AssignedPodRemoved,
        "InterPodAffinity" => ClusterEvent.Node | ClusterEvent.AssignedPodAdded | ClusterEvent.AssignedPodRemoved | ClusterEvent.Namespace,
        _ => ~ClusterEvent.None,
    };
}
