using V1 = Cybernetes.Cri.V1;

namespace Cybernetes.Kubelet.Containers;

/// <summary>One container as the runtime last reported it.</summary>
public sealed record ContainerRecord
{
    /// <summary>The runtime's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The container's name in the pod.</summary>
    public required string Name { get; init; }

    /// <summary>The sandbox it lives in.</summary>
    public string SandboxId { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public RunState State { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its program started; the epoch when it never did.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When its program ended.</summary>
    public DateTimeOffset FinishedAt { get; init; }

    /// <summary>The exit code of an ended program.</summary>
    public int ExitCode { get; init; }

    /// <summary>The image as the pod names it.</summary>
    public string Image { get; init; } = "";

    /// <summary>The image as the runtime resolved it.</summary>
    public string ImageRef { get; init; } = "";

    /// <summary>The hash of the container's spec when it was created.</summary>
    public string Hash { get; init; } = "";

    /// <summary>How many containers of that name were before it.</summary>
    public int RestartCount { get; init; }

    /// <summary>Why it ended: Completed, Error, OOMKilled, …</summary>
    public string Reason { get; init; } = "";

    /// <summary>The termination message.</summary>
    public string Message { get; init; } = "";

    /// <summary>Resources in force; null when the runtime does not say.</summary>
    public V1.LinuxContainerResources? Resources { get; init; }

    /// <summary>The identity of its first process; null when the runtime does not say.</summary>
    public V1.LinuxContainerUser? User { get; init; }

    /// <summary>Its mounts.</summary>
    public IReadOnlyList<V1.Mount> Mounts { get; init; } = [];

    /// <summary>Its log file.</summary>
    public string LogPath { get; init; } = "";
}

/// <summary>One sandbox as the runtime last reported it.</summary>
public sealed record SandboxRecord(string Id, uint Attempt, bool IsReady, DateTimeOffset CreatedAt, IReadOnlyList<string> Ips, bool OnHostNetwork, string RuntimeHandler);

/// <summary>Everything the runtime holds of one pod: sandboxes and containers, newest first. Immutable.</summary>
public sealed record PodRuntime(string Uid, string Name, string Namespace, IReadOnlyList<SandboxRecord> Sandboxes, IReadOnlyList<ContainerRecord> Containers)
{
    /// <summary>Nothing of the pod exists.</summary>
    public static PodRuntime None(string uid, string name, string @namespace) => new(uid, name, @namespace, [], []);

    /// <summary>The newest container of that name.</summary>
    public ContainerRecord? Find(string name) => Containers.FirstOrDefault(c => c.Name == name);

    /// <summary>Whether any container runs.</summary>
    public bool HasRunning => Containers.Any(c => c.State == RunState.Running);

    /// <summary>The sandbox in use, if one is ready.</summary>
    public SandboxRecord? ReadySandbox => Sandboxes.FirstOrDefault(s => s.IsReady);
}
