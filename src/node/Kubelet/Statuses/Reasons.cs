namespace Cybernetes.Kubelet.Statuses;

/// <summary>Reasons and condition types that pods show, upstream's words.</summary>
internal static class Reasons
{
    public const string ContainerCreating = "ContainerCreating";
    public const string PodInitializing = "PodInitializing";
    public const string CrashLoopBackOff = "CrashLoopBackOff";
    public const string ContainerStatusUnknown = "ContainerStatusUnknown";

    public const string PodReadyToStartContainers = "PodReadyToStartContainers";
    public const string Initialized = "Initialized";
    public const string ContainersReady = "ContainersReady";
    public const string Ready = "Ready";
    public const string PodScheduled = "PodScheduled";
}
