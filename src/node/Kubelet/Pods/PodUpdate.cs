using Cybernetes.Api.CoreV1;

namespace Cybernetes.Kubelet.Pods;

/// <summary>What a source of pods says.</summary>
public abstract record PodUpdate
{
    private PodUpdate()
    {
    }

    /// <summary>These are all pods of the source; others are gone.</summary>
    public sealed record Snapshot(IReadOnlyList<Pod> Pods) : PodUpdate;

    /// <summary>A pod is new or has changed.</summary>
    public sealed record Upsert(Pod Pod) : PodUpdate;

    /// <summary>A pod is gone.</summary>
    public sealed record Remove(Pod Pod) : PodUpdate;
}
