namespace Cybernetes.Scheduler.Queue;

/// <summary>A change of the cluster that may make room for pods that wait; flags, since one change may be several.</summary>
[Flags]
public enum ClusterEvent
{
    /// <summary>Nothing that helps a waiting pod.</summary>
    None = 0,

    /// <summary>A node came, or its allocatable resources, labels, taints or cordon changed.</summary>
    Node = 1,

    /// <summary>An assigned pod came or changed its labels.</summary>
    AssignedPodAdded = 2,

    /// <summary>An assigned pod went away or finished.</summary>
    AssignedPodRemoved = 4,

    /// <summary>A volume, claim, storage class or CSI node changed.</summary>
    Storage = 8,

    /// <summary>A namespace's labels changed.</summary>
    Namespace = 16,
}
