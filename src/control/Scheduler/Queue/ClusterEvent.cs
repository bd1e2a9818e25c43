namespace Cybernetes.Scheduler.Queue;

/// <summary>A change of the cluster that may make room for pods that wait; flags, since one change may be several.</summary>
[Flags]
public enum ClusterEvent
{
    /// <summary>Nothing that helps a waiting pod.</summary>
    None = 0,

    /// <summary>A node came.</summary>
    NodeAdded = 1,

    /// <summary>A node's allocatable resources changed.</summary>
    NodeAllocatable = 2,

    /// <summary>A node's labels changed.</summary>
    NodeLabels = 4,

    /// <summary>A node's taints or its cordon changed.</summary>
    NodeTaints = 8,

    /// <summary>Something else of a node changed.</summary>
    NodeOther = 16,

    /// <summary>An assigned pod came.</summary>
    AssignedPodAdded = 32,

    /// <summary>An assigned pod's labels or requests changed.</summary>
    AssignedPodUpdated = 64,

    /// <summary>An assigned pod went away or finished.</summary>
    AssignedPodRemoved = 128,

    /// <summary>A volume, claim, storage class, storage capacity or CSI node changed.</summary>
    Storage = 256,

    /// <summary>A namespace's labels changed.</summary>
    Namespace = 512,

    /// <summary>Any change of a node.</summary>
    AnyNode = NodeAdded | NodeAllocatable | NodeLabels | NodeTaints | NodeOther,

    /// <summary>Any change of an assigned pod.</summary>
    AnyAssignedPod = AssignedPodAdded | AssignedPodUpdated | AssignedPodRemoved,
}
