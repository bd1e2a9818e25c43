using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>A running container that must end, and why.</summary>
internal sealed record ContainerToKill(ContainerRecord Record, Container? Spec, string Message, KillReason Reason);

/// <summary>Why the kubelet ends a container.</summary>
internal enum KillReason
{
    Unknown,
    LivenessProbe,
    StartupProbe,
    SpecChanged,
    Resize,
}

/// <summary>What brings a pod's containers to what its spec says, decided by <see cref="PodPlanner"/>.</summary>
internal sealed record PodPlan
{
    /// <summary>End every container and the sandbox first.</summary>
    public bool KillPod { get; init; }

    /// <summary>A new sandbox is needed.</summary>
    public bool CreateSandbox { get; init; }

    /// <summary>The sandbox to use, or the one that is replaced.</summary>
    public string SandboxId { get; init; } = "";

    /// <summary>The number of the new sandbox.</summary>
    public uint Attempt { get; init; }

    public IReadOnlyList<Container> InitToStart { get; init; } = [];

    public IReadOnlyList<Container> ToStart { get; init; } = [];

    public IReadOnlyList<EphemeralContainer> EphemeralToStart { get; init; } = [];

    public IReadOnlyList<ContainerToKill> ToKill { get; init; } = [];

    /// <summary>Running containers whose resources change without a restart.</summary>
    public IReadOnlyList<(Container Spec, ContainerRecord Record)> ToResize { get; init; } = [];

    public bool IsNothing => ToResize.Count == 0 && !KillPod && !CreateSandbox && InitToStart.Count == 0 && ToStart.Count == 0 && EphemeralToStart.Count == 0 && ToKill.Count == 0;
}
